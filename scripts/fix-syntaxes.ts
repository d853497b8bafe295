/**
 * Fixes in the other syntax of a format: every failing example in Terraform written as `.tf.json`, every ARM template as Bicep, fixed and proved.
 * `node scripts/fix-syntaxes.ts [CHECK-PREFIX]`. What the change of syntax itself cannot carry over (the finding is not there any more) is counted apart.
 */
import { checks } from '@kumomori/content';
import type { CatalogueEntry } from '@kumomori/model';
import { isRecord, waysOf } from '@kumomori/model';
import type { Block, Body, Expression } from '@kumomori/parsers';
import { parseHcl } from '@kumomori/parsers';
import { exampleFiles } from '../packages/app/src/use-cases/example-resources.ts';
import { fixFiles } from '../packages/app/src/use-cases/fix-examples.ts';

const prefix = process.argv[2] ?? '';
const current = checks.filter(({ check }) => !check.deprecated);

for (const format of ['terraform', 'arm'] as const) {
  const counts = { examples: 0, notCarried: 0, fixed: 0, sameAsBefore: 0, onlyHere: 0, onlyThere: 0 };
  for (const entry of current.filter(({ id }) => id.startsWith(prefix))) {
    if (waysOf(entry.check.fix.edits, format).length === 0) continue;
    for (const example of entry.check.examples) {
      const source = example.sources[format];
      if (example.expect !== 'fail' || source === undefined) continue;
      const files = new Map(Object.entries(exampleFiles(format, source)));
      const other = new Map(
        [...files].map(([file, text]) => (format === 'arm' ? [file.replace(/\.json$/, '.bicep'), bicepOf(text)] : jsonFile(file, text))),
      );
      const options = {
        checks: current,
        fixes: (id: string) => id === entry.id,
        ...(example.params && { params: { checkId: entry.id, values: example.params } }),
      };
      const there = await isFixed(files, options);
      const here = await isFixed(other, options);
      counts.examples += 1;
      if (here === null) counts.notCarried += 1;
      else if (here === '') counts.fixed += 1;
      if (here !== null && (here === '') === (there === '')) counts.sameAsBefore += 1;
      else if (here === '') counts.onlyHere += 1;
      else if (here !== null) {
        counts.onlyThere += 1;
        process.stdout.write(`${format} ${entry.id} | ${example.name}: ${here}\n`);
      }
    }
  }
  process.stdout.write(`${format}: ${JSON.stringify(counts)}\n`);
}

/** Empty when everything is fixed, the reason when not, null when there is nothing to fix. */
async function isFixed(
  files: ReadonlyMap<string, string>,
  options: Parameters<typeof fixFiles>[1] & { readonly checks: readonly CatalogueEntry[] },
): Promise<string | null> {
  const { fixable, refused } = await fixFiles(files, options);
  if (fixable.length === 0) return null;
  return refused.map(({ because }) => `${because.code}: ${because.what}`).join('; ');
}

function jsonFile(file: string, text: string): readonly [string, string] {
  if (!file.endsWith('.tf')) return [file, text];
  return [`${file}.json`, `${JSON.stringify(bodyOf(parseHcl({ path: file, text }).body, text, 0), null, 2)}\n`];
}

type Json = { [key: string]: unknown };

function bodyOf(body: Body, text: string, depth: number): Json {
  const result: Json = {};
  for (const { name, value } of body.attributes) result[name] = valueOf(value, text);
  for (const block of body.blocks) put(result, block, text, depth);
  return result;
}

function put(result: Json, { type, labels, body }: Block, text: string, depth: number): void {
  let at = result;
  for (const name of [type, ...labels].slice(0, -1)) at = recordAt(at, name);
  const last = labels.at(-1) ?? type;
  const own = bodyOf(body, text, depth + 1);
  if (labels.length > 0 && type !== 'dynamic') at[last] = own;
  else if (depth === 0) at[last] = { ...recordAt(at, last), ...own };
  else at[last] = [...(Array.isArray(at[last]) ? (at[last] as unknown[]) : []), own];
}

function recordAt(map: Json, key: string): Json {
  const own = map[key];
  const made: Json = isRecord(own) ? { ...own } : {};
  map[key] = made;
  return made;
}

function valueOf(value: Expression, text: string): unknown {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value.replaceAll(/([$%])\{/g, '$1$1{') : value.value;
  if (value.kind === 'list') return value.items.map((each) => valueOf(each, text));
  const written = text.slice(value.start, value.end);
  if (value.kind === 'object' && value.entries.every(({ key }) => key.kind === 'name' || key.kind === 'literal'))
    return Object.fromEntries(
      value.entries.map(({ key, value: each }) => [
        key.kind === 'name' ? key.name : String(key.kind === 'literal' ? key.value : ''),
        valueOf(each, text),
      ]),
    );
  return `\${${written}}`;
}

/** Expressions in brackets become parameters of the same name: only what is written out can be compared. */
function bicepOf(template: string): string {
  const read: unknown = JSON.parse(template);
  const resources = isRecord(read) && Array.isArray(read['resources']) ? (read['resources'] as unknown[]) : [];
  return resources.map((each, index) => (isRecord(each) ? bicepResource(each, `r${index}`) : '')).join('\n');
}

function bicepResource({ type, apiVersion, ...rest }: Readonly<Record<string, unknown>>, symbol: string): string {
  const { dependsOn: _, resources, ...body } = rest;
  const nested = Array.isArray(resources)
    ? (resources as unknown[]).map((each, index) => (isRecord(each) ? bicepResource(each, `${symbol}_${index}`) : ''))
    : [];
  const text = bicepValue(body, '');
  const inner = nested.map((each) => each.replaceAll(/^(?=.)/gm, '  ')).join('');
  return `resource ${symbol} '${String(type)}@${String(apiVersion ?? '2023-01-01')}' = ${inner === '' ? text : text.replace(/\}$/, `${inner}}`)}\n`;
}

function bicepValue(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('${', '\\${')}'`;
  if (Array.isArray(value))
    return value.length === 0 ? '[]' : `[\n${value.map((each) => `${inner}${bicepValue(each, inner)}\n`).join('')}${indent}]`;
  if (!isRecord(value)) return String(value);
  const keys = Object.keys(value);
  return keys.length === 0
    ? '{}'
    : `{\n${keys.map((key) => `${inner}${/^[A-Za-z_]\w*$/.test(key) ? key : `'${key}'`}: ${bicepValue(value[key], inner)}\n`).join('')}${indent}}`;
}
