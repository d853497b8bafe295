/** What the type checker says. */
import type { CelProblem } from '@kumomori/model';

type Place = Pick<CelProblem, 'start' | 'end'>;

function problem(
  { start, end }: Place,
  code: string,
  message: CelProblem['message'],
  severity: CelProblem['severity'] = 'error',
): CelProblem {
  return { code, severity, start, end, message };
}

interface Unknown {
  readonly suggestion: string | null;
  readonly known: Iterable<string>;
}

/** What to write instead: the nearest name, or the first of those that exist. */
function help({ suggestion, known }: Unknown): CelProblem['message'] {
  if (suggestion !== null) return { en: `; did you mean ${suggestion}?`, ja: `。${suggestion} ではありませんか` };
  const all = [...known];
  if (all.length === 0) return { en: '', ja: '' };
  const list = all.slice(0, 12).join(', ');
  const more = all.length > 12 ? ', …' : '';
  return { en: ` (there is ${list}${more})`, ja: ` (使えるもの: ${list}${more})` };
}

export const problems = {
  name: (place: Place, name: string, unknown: Unknown): CelProblem =>
    problem(place, 'cel-name', { en: `there is no "${name}"${help(unknown).en}`, ja: `"${name}" はありません${help(unknown).ja}` }),
  field: (place: Place, { name, type, ...unknown }: Unknown & { readonly name: string; readonly type: string }): CelProblem =>
    problem(place, 'cel-field', {
      en: `${type} has no attribute "${name}"${help(unknown).en}`,
      ja: `${type} に属性 "${name}" はありません${help(unknown).ja}`,
    }),
  noFields: (place: Place, name: string, type: string): CelProblem =>
    problem(place, 'cel-field', {
      en: `${type} has no attributes, hence no "${name}"`,
      ja: `${type} には属性がないため "${name}" は使えません`,
    }),
  noIndex: (place: Place, type: string): CelProblem =>
    problem(place, 'cel-type', { en: `${type} is no list and no map`, ja: `${type} はリストでもマップでもありません` }),
  types: (place: Place, wanted: string, actual: string): CelProblem =>
    problem(place, 'cel-type', { en: `${wanted} is needed here, not ${actual}`, ja: `ここには ${wanted} が必要ですが ${actual} です` }),
  operator: (
    place: Place,
    { operator, left, right }: { readonly operator: string; readonly left: string; readonly right: string },
  ): CelProblem =>
    problem(place, 'cel-type', {
      en: `${left} ${operator} ${right} makes no sense: the types differ`,
      ja: `${left} ${operator} ${right} は型が合いません`,
    }),
  neverNull: (place: Place): CelProblem =>
    problem(place, 'cel-type', {
      en: 'it is never null: what is not set is missing, ask with has()',
      ja: 'null になることはありません。設定の有無は has() で確かめます',
    }),
  maybeMissing: (place: Place, { name, path }: { readonly name: string; readonly path: string }): CelProblem => {
    const dot = path.slice(0, path.length - name.length - 1);
    const isPlain = /^[A-Za-z_]\w*$/.test(name);
    const ask = isPlain ? `has(${path})` : `"${name}" in ${dot}`;
    const soft = isPlain ? `.?${name}.orValue(…)` : `[?"${name}"].orValue(…)`;
    return problem(
      place,
      'cel-optional',
      {
        en: `"${name}" may be missing, and the verdict would be unknown: ask first with ${ask}, or write ${soft}`,
        ja: `"${name}" はないことがあり、そのとき判定は unknown になります。${ask} で確かめるか、${soft} と書きます`,
      },
      'warning',
    );
  },
  noFunction: (place: Place, { name, suggestion }: { readonly name: string; readonly suggestion: string | null }): CelProblem =>
    problem(place, 'cel-function', {
      en: `there is no function "${name}"${help({ suggestion, known: [] }).en}`,
      ja: `関数 "${name}" はありません${help({ suggestion, known: [] }).ja}`,
    }),
  call: (
    place: Place,
    { name, types, signatures }: { readonly name: string; readonly types: readonly string[]; readonly signatures: readonly string[] },
  ): CelProblem =>
    problem(place, 'cel-function', {
      en: `${name} does not take (${types.join(', ')}); it is ${signatures.slice(0, 4).join(' or ')}`,
      ja: `${name} に (${types.join(', ')}) は渡せません (${signatures.slice(0, 4).join('、')})`,
    }),
};
