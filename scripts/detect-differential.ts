/**
 * Closures against SQL: every rule over every event of some logs, in both forms, and the events they disagree about. Ends with 1 when there are any.
 * `node scripts/detect-differential.ts RULES LOGS…`: RULES is a folder or file of Sigma, LOGS are files of JSON or JSON lines, gz or not.
 * `node scripts/detect-differential.ts RULES --synthetic 1000000 [--seed 1]`: events of bench/support/cloudtrail.ts and, among every 50,000 of them,
 * the events of our own rules' tests, each also without one of its fields, so that every rule has something to match and to miss.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { compileRuleSet } from '@kumomori/engine';
import type { RuleSet } from '@kumomori/engine';
import type { LogEvent } from '@kumomori/model';
import { readLogText, readSigma } from '@kumomori/parsers';
import { trailObjects } from '../bench/support/cloudtrail.ts';
import { ruleComparer, testedRules, withoutOne } from '../packages/app/src/testing/detections/index.ts';

const BATCH = 50_000;
const OWN_RULES = 'packages/content/detections';

const { values, positionals } = parseArgs({
  options: { synthetic: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [rulePath, ...logs] = positionals;
if (rulePath === undefined || (logs.length === 0 && values.synthetic === undefined)) {
  process.stderr.write('usage: node scripts/detect-differential.ts RULES LOGS…|--synthetic EVENTS [--seed N]\n');
  process.exit(2);
}

const set = rulesBelow(rulePath);
const comparer = await ruleComparer(set);
const hits = new Map<number, number>();
const unsupported = new Map<number, string>();
let [events, differences] = [0, 0];
for (const batch of values.synthetic === undefined
  ? storedBatches(logs)
  : syntheticBatches(Number(values.synthetic), Number(values.seed))) {
  events += batch.length;
  for (const compared of await comparer.compare(batch)) {
    const { rule, onlyClosures, onlySql } = compared;
    hits.set(rule.order, (hits.get(rule.order) ?? 0) + compared.hits);
    if (compared.unsupported !== null) unsupported.set(rule.order, `${rule.document.title}: ${compared.unsupported}`);
    differences += compared.differences;
    for (const [who, list] of [['only closures', onlyClosures] as const, ['only SQL', onlySql] as const])
      for (const { record } of list) process.stdout.write(`${rule.document.title}: ${who}: ${JSON.stringify(record).slice(0, 300)}\n`);
  }
  process.stderr.write(`${events} events, ${differences} differences\n`);
}
comparer.close();
for (const text of unsupported.values()) process.stdout.write(`SQL cannot say: ${text}\n`);
const total = [...hits.values()].reduce((sum, count) => sum + count, 0);
const fired = [...hits.values()].filter((count) => count > 0).length;
process.stdout.write(
  `${hits.size} rules, ${fired} with hits, ${events} events: ${total} hits, ${differences} differences, ${unsupported.size} rules that SQL cannot say\n`,
);
process.exit(differences === 0 ? 0 : 1);

function rulesBelow(path: string): RuleSet {
  const read = (file: string): ReturnType<typeof readSigma> => readSigma(file, readFileSync(file, 'utf8'));
  return compileRuleSet(filesBelow(path, /\.ya?ml$/).flatMap((file) => read(file).documents.map((document) => ({ file, document }))));
}

function filesBelow(path: string, pattern: RegExp): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => join(path, name));
}

function* storedBatches(paths: readonly string[]): Generator<readonly LogEvent[]> {
  for (const file of paths.flatMap((path) => filesBelow(path, /\.(?:json|jsonl|log)(?:\.gz)?$/))) {
    const bytes = readFileSync(file);
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
    yield readLogText(text, { name: file }).events;
  }
}

function* syntheticBatches(count: number, seed: number): Generator<readonly LogEvent[]> {
  const own = ownEvents();
  let batch: LogEvent[] = [...own];
  for (const { records } of trailObjects({ events: count, seed })) {
    for (const record of records) batch.push({ source: 'aws.cloudtrail', record });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [...own];
  }
  if (batch.length > own.length) yield batch;
}

/** Of the tests of our own rules, each also with one member of its top level, or of its request, taken away. */
function ownEvents(): readonly LogEvent[] {
  const wanted = new Set(set.rules.flatMap(({ sources }) => sources));
  const events = testedRules(OWN_RULES).events.filter(({ source }) => wanted.has(source));
  return events.flatMap((event, index) => [event, withoutOne(event, index)]);
}
