/**
 * `node scripts/import-frameworks.ts FRAMEWORKS.json`: writes packages/content/frameworks/*.ts from a mapping of control numbers to
 * check ids. Only ids of checks that exist are written; run it again after adding checks. Numbers and ids only, no text of a standard.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.ts';

interface Mapping {
  readonly name: string;
  readonly versions: Readonly<Record<string, readonly { readonly control: string; readonly checks: readonly string[] }[]>>;
}

/** Control lists that are known to have gaps: only controls with a check somewhere are in them. */
const incomplete = new Set(['nist-800-53', 'nist-800-171', 'soc2', 'hipaa', 'gdpr', 'aws-well-architected-reliability', 'pci-dss']);
/** Numbering that is not the standard's own; published once it is rebuilt. */
const withheld = new Set(['nist-csf']);

generate();
const { checks } = await import('@kumomori/content');
const existing = new Set(checks.map(({ id }) => id));
const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: node scripts/import-frameworks.ts FRAMEWORKS.json');
const folder = join(import.meta.dirname, '../packages/content/frameworks');
mkdirSync(folder, { recursive: true });
const mappings: Record<string, Mapping> = JSON.parse(readFileSync(source, 'utf8'));
for (const [id, { name, versions }] of Object.entries(mappings)) {
  for (const [version, controls] of Object.entries(versions)) {
    if (withheld.has(id) || !controls.some((control) => control.checks.some((check) => existing.has(check)))) continue;
    writeFileSync(join(folder, `${id}-${version.replaceAll('.', '-')}.ts`), framework({ id, version, name }, controls));
  }
}

function framework(head: { id: string; version: string; name: string }, controls: Mapping['versions'][string]): string {
  const own = head.version.endsWith('-objective');
  const lines = controls.map(({ control, checks: ids }) => `    '${control}': [${ids.filter((each) => existing.has(each)).map((each) => `'${each}'`).join(', ')}],`);
  return `import type { Framework } from '@kumomori/model';

export const framework: Framework = {
  id: '${head.id}',
  version: '${head.version}',
  name: '${head.name.replaceAll("'", "\\'")}',
  mapping: '${own ? 'own' : 'inherited'}',
  complete: ${!incomplete.has(head.id)},
  controls: {
${lines.join('\n')}
  },
};
`;
}
