/**
 * Naming grammars: `{env}-{system}-{role}{nn}` with allowed values for each token. `{nn}`: as many digits as there are n, `{n}` alone: one or
 * more. `{purpose*}`: may contain the separators. Any other token: a run without the characters that stand between tokens.
 */
import type { AttrMap } from '../node.ts';
import { matchesPattern } from '../policy/index.ts';
import { tagValue } from '../aws/core/index.ts';
import type { Text } from '../text.ts';

export interface GrammarToken {
  readonly kind: 'token';
  readonly name: string;
  /** Null: any. */
  readonly values: readonly string[] | null;
  /** Number of digits; 0: one or more; null: no counter. */
  readonly digits: number | null;
  /** May contain separators. */
  readonly isOpen: boolean;
}
export interface GrammarText {
  readonly kind: 'text';
  readonly text: string;
}
export interface Grammar {
  readonly written: string;
  readonly parts: readonly (GrammarToken | GrammarText)[];
  /** Characters that tokens cannot contain. */
  readonly separators: ReadonlySet<string>;
}

/** `tokens`: `env=prd|stg|dev`. A token that is not listed takes any value. */
export function parseGrammar(written: string, tokens: readonly string[]): Grammar {
  const allowed = new Map(
    tokens.map((each) => {
      const at = each.indexOf('=');
      return [
        each.slice(0, Math.max(at, 0)).trim(),
        each
          .slice(at + 1)
          .split('|')
          .map((value) => value.trim()),
      ] as const;
    }),
  );
  const parts = [...written.matchAll(/\{([A-Za-z][A-Za-z0-9]*)(\*?)\}|[^{]+|\{/g)].map(([text, name, star]): Grammar['parts'][number] => {
    if (name === undefined) return { kind: 'text', text };
    const digits = /^n+$/.test(name) && !allowed.has(name) ? (name.length === 1 ? 0 : name.length) : null;
    return { kind: 'token', name, values: allowed.get(name) ?? null, digits, isOpen: star === '*' };
  });
  const separators = new Set(
    parts.flatMap((part) => (part.kind === 'text' ? [...part.text].filter((char) => /[^A-Za-z0-9]/.test(char)) : [])),
  );
  return { written, parts, separators };
}

/** A token that holds something else than it may. */
export interface WrongToken {
  readonly token: GrammarToken;
  readonly found: string;
}

/** Names longer than any cloud allows are none. */
const MAX_NAME = 255;

/**
 * The tokens that are wrong, fewest possible; empty when the name follows the grammar, null when it has another form altogether.
 * O(parts · length²).
 */
export function wrongTokens(name: string, { parts, separators }: Grammar): readonly WrongToken[] | null {
  if (name.length > MAX_NAME) return null;
  const known = new Map<number, readonly WrongToken[] | null>();
  const solve = (index: number, at: number): readonly WrongToken[] | null => {
    const part = parts[index];
    if (!part) return at === name.length ? [] : null;
    if (part.kind === 'text') return name.startsWith(part.text, at) ? solve(index + 1, at + part.text.length) : null;
    const key = index * (MAX_NAME + 1) + at;
    const before = known.get(key);
    if (before !== undefined) return before;
    let best: readonly WrongToken[] | null = null;
    for (let end = runEnd(name, at, part.isOpen ? none : separators); end >= at; end--) {
      const found = name.slice(at, end);
      const rest = solve(index + 1, end);
      if (rest === null) continue;
      const wrong = isAllowed(found, part) ? rest : [{ token: part, found }, ...rest];
      if (best === null || wrong.length < best.length) best = wrong;
    }
    known.set(key, best);
    return best;
  };
  return solve(0, 0);
}

const none: ReadonlySet<string> = new Set();

function runEnd(name: string, at: number, separators: ReadonlySet<string>): number {
  let end = at;
  while (end < name.length && !separators.has(name[end] ?? '')) end += 1;
  return end;
}

function isAllowed(found: string, { values, digits }: GrammarToken): boolean {
  if (digits !== null) return /^\d+$/.test(found) && (digits === 0 || found.length === digits);
  return values === null ? found !== '' : values.includes(found);
}

/** Why a name follows none of the grammars: the tokens that are wrong in the nearest one. Null when it follows one. */
export function grammarProblem(name: string, grammars: readonly string[], tokens: readonly string[]): Text | null {
  const judged = grammars.map((written) => ({ written, wrong: wrongTokens(name, parseGrammar(written, tokens)) }));
  if (judged.some(({ wrong }) => wrong?.length === 0)) return null;
  const [nearest] = judged.flatMap(({ wrong }) => (wrong ? [wrong] : [])).toSorted((a, b) => a.length - b.length);
  const forms = grammars.join(', ');
  if (!nearest)
    return {
      en: `is called "${name}", which does not have the form ${forms}`,
      ja: `の名前「${name}」は命名規則 (${forms}) の形ではありません`,
    };
  const said = nearest.map(describe);
  return {
    en: `is called "${name}": ${said.map(({ en }) => en).join('; ')} (the form is ${forms})`,
    ja: `の名前「${name}」が命名規則 (${forms}) に合いません: ${said.map(({ ja }) => ja).join('、')}`,
  };
}

function describe({ token: { name, values, digits }, found }: WrongToken): Text {
  if (digits !== null) {
    const en = digits === 0 ? 'digits' : `${digits} digits`;
    return { en: `${name} is "${found}", not ${en}`, ja: `${name} が「${found}」(正しくは${digits === 0 ? '' : ` ${digits} 桁の`}数字)` };
  }
  const allowed = (values ?? []).join(', ');
  return values === null
    ? { en: `${name} is missing`, ja: `${name} がない` }
    : { en: `${name} is "${found}", not one of ${allowed}`, ja: `${name} が「${found}」(正しくは ${allowed} のいずれか)` };
}

export interface NamingRule {
  /** Wildcards, for those who have no grammar. */
  readonly patterns?: readonly string[];
  readonly grammar: readonly string[];
  readonly tokens: readonly string[];
}

/** Why a name follows neither the grammars nor, where there are none, the patterns. Null when it does. */
export function namingProblem(name: string, { patterns = [], grammar, tokens }: NamingRule): Text | null {
  if (grammar.length > 0) return grammarProblem(name, grammar, tokens);
  if (patterns.some((pattern) => matchesPattern(pattern, name))) return null;
  const forms = patterns.join(', ');
  return { en: `is called "${name}", which fits none of ${forms}`, ja: `の名前「${name}」は命名規則 (${forms}) に合いません` };
}

/** Is a resource in one of the environments, by its tag or label Environment (or Env)? `*`: whatever it is tagged with. */
export function isInEnvironments(tags: AttrMap<string>, environments: readonly string[]): boolean {
  if (environments.includes('*')) return true;
  const environment = tagValue(tags, 'Environment') ?? tagValue(tags, 'Env');
  return environment !== undefined && environments.some((each) => each.toLowerCase() === environment.toLowerCase());
}
