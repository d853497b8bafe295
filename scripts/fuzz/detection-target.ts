/** What rules, logs and intelligence go through, and the properties that must hold. Returns what was said, so that a second run can be compared. */
import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { inflate } from '../../packages/app/src/logs/index.ts';
import {
  compileRuleSet,
  Correlator,
  Detector,
  fieldReader,
  IntelMatcher,
  intelSet,
  neededFields,
  ruleSql,
} from '../../packages/engine/src/index.ts';
import type { LogEvent } from '../../packages/model/src/index.ts';
import { credentialLink, eventFacts, mayLink, otherWords, stixPatternText, toOcsf } from '../../packages/model/src/index.ts';
import { readIntel, readLogText, readSigma, readStixPattern, visitLogText } from '../../packages/parsers/src/index.ts';
import { SAMPLES } from './detection-texts.ts';
import type { Files } from './programs.ts';

const MAX_REASON = 1000;
const ONE_LINE = /[\n\r]/;

function clear(what: string, text: string): void {
  if (text.length > MAX_REASON || ONE_LINE.test(text)) assert.fail(`${what} is no clear line: ${JSON.stringify(text.slice(0, 200))}`);
}

/** Reader, compiler, closures over a record of every log, correlations, SQL. */
export function runSigma(files: Files): readonly string[] {
  const documents = [...files].flatMap(([file, text]) => {
    const read = readSigma(file, text);
    for (const { reason, line } of read.problems) {
      clear('a problem', reason);
      assert.ok(line >= 1, `line ${line}`);
    }
    return read.documents.map((document) => ({ file, document }));
  });
  const set = compileRuleSet(documents);
  for (const { reason, line } of [...set.rejected, ...set.warnings]) {
    clear('a rejection', reason);
    assert.ok(line >= 1, `line ${line}`);
  }
  const sql = set.rules.flatMap((rule) => [null, ...rule.sources].map((source) => ruleSql(rule, source, { raw: 'raw_data' }).kind));
  const detector = new Detector(set.rules);
  const correlator = new Correlator<null>(set);
  const needed = neededFields(set);
  const read = fieldReader();
  const hits = SAMPLES.flatMap(({ event }, sequence) =>
    [event, { source: null, record: event.record }].flatMap((each) =>
      detector.detect(each).map((rule) => {
        const fields = needed.get(rule.order);
        if (fields) correlator.add({ order: rule.order, time: sequence, sequence, fields: read(each, fields), info: null });
        return `${sequence} ${rule.order}`;
      }),
    ),
  );
  return [...sql, ...hits, String(correlator.finish().length), ...set.rejected.map(({ reason }) => reason)];
}

/** Readers whole and one by one, stored as they are and damaged; facts, other words and OCSF of what they give. */
export function runLogs(files: Files, salt: number): readonly string[] {
  return [...files].flatMap(([name, text]) => {
    const stored = damaged(gzipSync(text), salt);
    const { bytes } = inflate(stored);
    return [...readOnce(text, name), ...readOnce(Buffer.from(bytes).toString('utf8'), name)];
  });
}

function damaged(stored: Buffer, salt: number): Buffer {
  const copy = Buffer.from(stored);
  const at = 10 + (salt % Math.max(1, stored.length - 10));
  if (salt % 3 === 0) return copy.subarray(0, at);
  if (salt % 3 === 1) copy[at] = (copy[at] ?? 0) ^ (1 << (salt % 8));
  return salt % 3 === 1 ? copy : Buffer.concat([copy, copy.subarray(0, at)]);
}

function readOnce(text: string, name: string): readonly string[] {
  const whole = readLogText(text, { name });
  const visited: LogEvent[] = [];
  const rest = visitLogText(text, { name }, (event) => void visited.push(event));
  assert.deepEqual(visited, whole.events, 'reading one by one gives other events');
  assert.deepEqual([rest.damaged, rest.unrecognized], [whole.damaged, whole.unrecognized], 'reading one by one counts otherwise');
  for (const { detail } of whole.problems) clear('a problem', detail);
  return whole.events.map((event) => {
    const facts = eventFacts(event);
    const other = otherWords(event);
    if (other) eventFacts(other);
    const link = mayLink(event) ? credentialLink(event, facts) : null;
    const { classUid } = toOcsf(event);
    return JSON.stringify([event.source, facts, link, classUid]);
  });
}

/** Documents, patterns and back, and what they match in a record of every log. */
export function runIntel(files: Files): readonly string[] {
  return [...files].flatMap(([name, text]) => {
    const { kind, indicators, problems } = readIntel(text, name);
    for (const { detail } of problems) clear('a problem', detail);
    const entries = indicators.map(({ observables, pattern }) => {
      const read = pattern === null ? null : readStixPattern(pattern);
      if (read?.pattern) {
        const again = readStixPattern(stixPatternText(read.pattern));
        assert.ok(again.pattern, 'a pattern cannot be read as it is written');
      }
      return { observables, pattern: read?.pattern ?? null };
    });
    const matcher = new IntelMatcher(intelSet(entries));
    const hits = SAMPLES.reduce((sum, { event }) => sum + matcher.match(event, eventFacts(event)).length, 0);
    return [kind, JSON.stringify(indicators), String(hits)];
  });
}
