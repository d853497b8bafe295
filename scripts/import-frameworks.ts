/**
 * `node scripts/import-frameworks.ts FRAMEWORKS.json`: writes packages/content/frameworks/*.ts from a mapping of control numbers to check
 * ids, corrected by scripts/frameworks. Only ids of checks that exist are written; run it again after adding checks. Numbers and ids only,
 * no text of a standard. Prints how many links the corrections took out and put in, existing check or not.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlLinks } from './frameworks/index.ts';
import { completeControls, correctControls, corrections, highBaseline } from './frameworks/index.ts';
import { generate } from './generate.ts';

interface Mapping {
  readonly name: string;
  readonly versions: Readonly<Record<string, readonly ControlLinks[]>>;
}

/** Frameworks whose control list was compared with the publication. The others have gaps: they list what somebody had a check for. */
const completeLists = new Set(['cis-aws@3.0', 'cis-aws@5.0', 'cis-aws@6.0', 'cis-aws@7.0', 'nist-800-171@r2', 'iso-27001@2022']);
/** The titles of these name every number: those the source lacks are added without checks. Of SP 800-53 the base controls and the high baseline. */
const filledLists = new Set(['nist-800-53@r5', 'nist-800-171@r2', 'iso-27001@2022']);
/** Numbering that is not the standard's own; the file of CSF 2.0 is ours, by objective. */
const withheld = new Set(['nist-csf']);

generate();
const { checks, loadFrameworkTexts } = await import('@kumomori/content');
/** Ids that checks have or had. */
const existing = new Map(checks.flatMap(({ id, check }) => [id, ...(check.aliases ?? [])].map((name) => [name, id] as const)));
const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: node scripts/import-frameworks.ts FRAMEWORKS.json');
const folder = join(import.meta.dirname, '../packages/content/frameworks');
mkdirSync(folder, { recursive: true });
const mappings: Record<string, Mapping> = JSON.parse(readFileSync(source, 'utf8'));
for (const [id, { name, versions }] of Object.entries(mappings)) {
  if (withheld.has(id)) continue;
  for (const [version, inherited] of Object.entries(versions)) {
    const controls = correctControls(inherited.map(withCurrentIds), corrections[`${id}@${version}`] ?? []);
    if (!controls.some((control) => control.checks.some((check) => existing.has(check)))) continue;
    console.log(`${id}@${version}: ${missing(inherited, controls)} links removed, ${missing(controls, inherited)} added`);
    writeFileSync(
      join(folder, `${id}-${version.replaceAll('.', '-')}.ts`),
      framework({ id, version, name }, await filled(`${id}@${version}`, controls)),
    );
  }
}

async function filled(name: string, controls: readonly ControlLinks[]): Promise<readonly ControlLinks[]> {
  if (!filledLists.has(name)) return controls;
  const [id = '', version = ''] = name.split('@');
  const titled = Object.keys((await loadFrameworkTexts(id, version))?.titles ?? {});
  return completeControls(controls, name === 'nist-800-53@r5' ? [...titled, ...highBaseline] : titled);
}

/** Checks under the ids they have now, each once. Before the corrections, which name those. */
function withCurrentIds({ control, checks: ids }: ControlLinks): ControlLinks {
  return { control, checks: [...new Set(ids.map((id) => existing.get(id) ?? id))] };
}

/** Links of the first that the second lacks; both list the same controls in the same order. */
function missing(links: readonly ControlLinks[], others: readonly ControlLinks[]): number {
  return links.flatMap(({ checks: ids }, index) => ids.filter((id) => !others[index]?.checks.includes(id))).length;
}

function framework(head: { id: string; version: string; name: string }, controls: readonly ControlLinks[]): string {
  const own = head.version.endsWith('-objective');
  return `import type { Framework } from '@kumomori/model';

export const framework: Framework = {
  id: '${head.id}',
  version: '${head.version}',
  name: '${head.name.replaceAll("'", "\\'")}',
  mapping: '${own ? 'own' : 'inherited'}',
  complete: ${completeLists.has(`${head.id}@${head.version}`)},
  controls: {
${controls.map(controlLine).join('\n')}
  },
};
`;
}

function controlLine({ control, checks: ids }: ControlLinks): string {
  const known = ids.filter((each) => existing.has(each)).map((each) => `'${each}'`);
  return `    '${control}': [${known.join(', ')}],`;
}
