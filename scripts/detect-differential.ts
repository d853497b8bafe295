/**
 * Closures against SQL: every rule over every event of some logs, in both forms, and the events they disagree about. Ends with 1 when there are any.
 * `node scripts/detect-differential.ts RULES LOGS…`: RULES is a folder or file of Sigma, LOGS are files of JSON or JSON lines, gz or not.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Detector, compileRuleSet, ruleSql } from '@kumomori/engine';
import type { CompiledRule } from '@kumomori/engine';
import type { LogEvent, LogSource } from '@kumomori/model';
import { readLogText, readSigma } from '@kumomori/parsers';

const [rulePath, ...logs] = process.argv.slice(2);
if (rulePath === undefined || logs.length === 0) {
  process.stderr.write('usage: node scripts/detect-differential.ts RULES LOGS…\n');
  process.exit(2);
}

const documents = filesBelow(rulePath, /\.ya?ml$/).flatMap((file) =>
  readSigma(file, readFileSync(file, 'utf8')).documents.map((document) => ({ file, document })),
);
const set = compileRuleSet(documents);
const events = logs.flatMap((path) => filesBelow(path, /\.(?:json|jsonl|log)(?:\.gz)?$/)).flatMap((file) => eventsOf(file));
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await load(connection, events);

const inClosures = new Map<number, Set<number>>();
const detector = new Detector(set.rules);
for (const [index, event] of events.entries())
  for (const { order } of detector.detect(event)) inClosures.set(order, (inClosures.get(order) ?? new Set()).add(index));

let [hits, differences, unsupported] = [0, 0, 0];
for (const rule of set.rules) {
  const expected = inClosures.get(rule.order) ?? new Set<number>();
  const found = await inSql(rule);
  if (!found) {
    unsupported++;
    continue;
  }
  hits += expected.size;
  const wrong = [...expected].filter((each) => !found.has(each)).concat([...found].filter((each) => !expected.has(each)));
  differences += wrong.length;
  for (const index of wrong.slice(0, 3))
    process.stdout.write(
      `${rule.document.title}: ${expected.has(index) ? 'only closures' : 'only SQL'}: ${JSON.stringify(events[index]?.record).slice(0, 300)}\n`,
    );
}
process.stdout.write(
  `${set.rules.length} rules, ${events.length} events: ${hits} hits, ${differences} differences, ${unsupported} rules that SQL cannot say\n`,
);
connection.closeSync();
instance.closeSync();
process.exit(differences === 0 ? 0 : 1);

function filesBelow(path: string, pattern: RegExp): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => join(path, name));
}

function eventsOf(file: string): readonly LogEvent[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  return readLogText(text, { name: file }).events;
}

async function load(target: DuckDBConnection, all: readonly LogEvent[]): Promise<void> {
  await target.run('CREATE TABLE events (n INTEGER, source VARCHAR, raw_data VARCHAR, action VARCHAR)');
  const appender = await target.createAppender('events');
  for (const [index, { source, record }] of all.entries()) {
    appender.appendInteger(index);
    appender.appendVarchar(source);
    appender.appendVarchar(JSON.stringify(record));
    const action = record['eventName'];
    if (typeof action === 'string') appender.appendVarchar(action);
    else appender.appendNull();
    appender.endRow();
  }
  appender.closeSync();
}

/** Null when SQL cannot say the rule for one of its logs. */
async function inSql(rule: CompiledRule): Promise<Set<number> | null> {
  const found = new Set<number>();
  const sources: readonly (LogSource | null)[] = rule.sources.length > 0 ? rule.sources : [null];
  for (const source of sources) {
    if (source === null) continue;
    const action = source === 'aws.cloudtrail' ? 'action' : null;
    const sql = ruleSql(rule, source, { raw: 'raw_data', source: 'source', action });
    if (sql.kind === 'unsupported') return null;
    const reader = await connection.runAndReadAll(`SELECT n FROM events WHERE ${sql.where}`);
    for (const [n] of reader.getRows()) found.add(Number(n));
  }
  return found;
}
