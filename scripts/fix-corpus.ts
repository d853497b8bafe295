/**
 * How many labelled mistakes of a collection of code `scan --fix` turns into passes: `node scripts/fix-corpus.ts FOLDER [--list]`. FOLDER
 * holds cases as JSON lines (`files`, `framework`, `ids`, `failing`); the collection is not part of this repository.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '@kumomori/content';
import type { CatalogueEntry } from '@kumomori/model';
import { editedFormats, isRecord, waysOf } from '@kumomori/model';
import { commentsIn } from '@kumomori/parsers';
import { fixFiles } from '../packages/app/src/use-cases/fix-examples.ts';

const COLLECTIONS = ['iac-dev.jsonl', 'k8s-dev.jsonl'];

interface Case {
  readonly name: string;
  readonly framework: string;
  readonly ids: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Places that must fail; each is one or several names of the same. */
  readonly failing: readonly (readonly string[])[];
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node scripts/fix-corpus.ts FOLDER [--list]');
const isListed = process.argv.includes('--list');
const current = checks.filter(({ check }) => !check.deprecated);
const byId = new Map<string, CatalogueEntry[]>();
for (const entry of current) for (const id of entry.check.equivalents) byId.set(normal(id), [...(byId.get(normal(id)) ?? []), entry]);

const counts = { cases: 0, labels: 0, fixed: 0, changedFiles: 0, unreadable: 0, commentsLost: 0, worse: 0 };
const byFormat = new Map<string, { labels: number; fixed: number }>();
const reasons = new Map<string, number>();
for (const file of COLLECTIONS)
  for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) if (line.trim() !== '') await runCase(caseOf(JSON.parse(line)));
process.stdout.write(`${JSON.stringify(counts)}\n${JSON.stringify(Object.fromEntries(byFormat))}\n`);
process.stdout.write(`share of labels fixed: ${((100 * counts.fixed) / Math.max(1, counts.labels)).toFixed(1)} %\n`);
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) process.stdout.write(`${count}\t${reason}\n`);

async function runCase({ name, framework, ids, files, failing }: Case): Promise<void> {
  const format = editedFormats.find((each) => each === framework);
  const claiming = [...new Set(ids.flatMap((id) => byId.get(normal(id)) ?? []))];
  const able = new Set(claiming.filter(({ check }) => format && waysOf(check.fix.edits, format).length > 0).map(({ id }) => id));
  if (!format || able.size === 0 || failing.length === 0) return;
  const texts = new Map(Object.entries(files));
  const result = await fixFiles(texts, { checks: current, fixes: (id) => able.has(id) });
  const { before, after, fixable } = result;
  counts.cases += 1;
  counts.changedFiles += result.texts.size;
  for (const [file, text] of result.texts) counts.commentsLost += lostComments(file, texts.get(file) ?? '', text);
  for (const [kind, count] of after.troubles) if (count > (before.troubles.get(kind) ?? 0)) counts.unreadable += 1;
  for (const [key, status] of after.verdicts) if (status === 'fail' && before.verdicts.get(key) !== 'fail') counts.worse += 1;
  const own = byFormat.get(framework) ?? { labels: 0, fixed: 0 };
  byFormat.set(framework, own);
  for (const label of failing) {
    const there = fixable.filter(({ resource: { origin } }) => isAt(label, origin.address, origin.range.source.path));
    if (there.length === 0) continue;
    own.labels += 1;
    counts.labels += 1;
    const left = there.filter(({ entry, resource }) => after.verdicts.get(`${entry.id} @ ${resource.origin.address}`) !== 'pass');
    if (left.length === 0) {
      own.fixed += 1;
      counts.fixed += 1;
      continue;
    }
    const because = result.refused.find(({ candidate }) => left.some(({ entry }) => entry.id === candidate.name))?.because;
    const reason = `${because?.code ?? 'none'} ${left[0]?.entry.id ?? ''}`;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    if (isListed) process.stdout.write(`${framework} ${name} ${label.join('|')}: ${reason} ${because?.what ?? ''}\n`);
  }
}

function isAt(label: readonly string[], address: string, file: string): boolean {
  const bare = (text: string): string => text.replaceAll(/\[[^\]]*\]/g, '').replace(/^default\//, '');
  return label.some(
    (each) => each === '*' || each === `file:${file}` || bare(each) === bare(address) || bare(address).endsWith(`/${bare(each)}`),
  );
}

function normal(id: string): string {
  return id.replace(/^AVD-/i, '').toLowerCase();
}

function lostComments(file: string, before: string, after: string): number {
  const left = [...commentsIn(file, after)];
  return commentsIn(file, before).filter((each) => {
    const at = left.indexOf(each);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  }).length;
}

/** What a line says, in our words. Throws for what is no case. */
function caseOf(value: unknown): Case {
  if (!isRecord(value) || !isRecord(value['files'])) throw new Error('a line is no case');
  const texts = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : list === undefined ? [] : [String(list)]);
  const failing = Array.isArray(value['failing']) ? value['failing'].map(texts) : [];
  const files = Object.fromEntries(Object.entries(value['files']).map(([path, text]) => [path, String(text)]));
  return { name: String(value['case']), framework: String(value['framework']), ids: texts(value['ids']), files, failing };
}
