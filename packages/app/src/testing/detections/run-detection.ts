/** Runs one of our detection files on the events of its tests. */
import { Correlator, compileRuleSet, Detector, fieldReader, neededFields } from '@kumomori/engine';
import type { RuleSet } from '@kumomori/engine';
import type { Json, JsonObject, LogSource } from '@kumomori/model';
import { eventFacts } from '@kumomori/model';
import { readSigma, sourceOfRecord } from '@kumomori/parsers';
import { USUAL_EVENTS } from './usual-events.ts';

const MINUTE = 60_000;

/** A file whose tests can be run. */
export interface Detection {
  readonly set: RuleSet;
  /** The log its first rule is of. */
  readonly source: LogSource;
}

/** Throws with the reason for a file that does not compile, or whose log has no usual event. */
export function openDetection(path: string, text: string): Detection {
  const { documents, problems } = readSigma(path, text);
  const [problem] = problems;
  if (problem) throw new Error(`${path}:${problem.line} ${problem.reason}`);
  const set = compileRuleSet(documents.map((document) => ({ file: path, document })));
  const [bad] = [...set.rejected, ...set.warnings];
  if (bad) throw new Error(`${path}:${bad.line} ${bad.reason}`);
  const source = set.rules[0]?.sources[0];
  if (source === undefined || !USUAL_EVENTS[source]) throw new Error(`${path}: no usual event of its log source`);
  return { set, source };
}

/** Events as a test writes them, put over the usual ones; each a minute after the one before unless it says when. */
export function eventsOf(test: Json, source: LogSource): readonly JsonObject[] {
  const list = Array.isArray(test) ? test : [test];
  return list.map((change, index) => {
    const usual = USUAL_EVENTS[source] ?? {};
    const event = merged(usual, change) as JsonObject;
    return index === 0 ? event : later(event, usual, index * MINUTE);
  });
}

/** Whether the detection's last document, the one that alerts, fires on these events. Throws for an event that is not of its log. */
export function alerts({ set, source }: Detection, events: readonly JsonObject[]): boolean {
  const detector = new Detector(set.rules);
  const needed = neededFields(set);
  const read = fieldReader();
  const correlator = new Correlator<null>(set);
  const last = set.correlations.at(-1) ?? set.rules.at(-1);
  let isHit = false;
  for (const [sequence, record] of events.entries()) {
    const actual = sourceOfRecord(record);
    if (actual !== source)
      throw new Error(`an event of ${source} is taken for ${actual ?? 'none'}: ${JSON.stringify(record).slice(0, 300)}`);
    const time = eventFacts({ source, record }).time;
    if (time === null) throw new Error(`an event has no time: ${JSON.stringify(record).slice(0, 300)}`);
    for (const rule of detector.detect({ source, record })) {
      isHit ||= rule === last;
      const fields = needed.get(rule.order);
      if (fields) correlator.add({ order: rule.order, time, sequence, fields: read({ source, record }, fields), info: null });
    }
  }
  return isHit || correlator.finish().some(({ correlation }) => correlation === last);
}

function merged(base: Json, change: Json): Json {
  if (!isMap(base) || !isMap(change)) return change;
  const result: Record<string, Json> = { ...base };
  for (const [key, value] of Object.entries(change)) result[key] = merged(base[key] ?? null, value);
  return result;
}

function isMap(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Moves every time that the test left as usual. */
function later(event: Json, usual: Json, milliseconds: number): JsonObject {
  if (!isMap(event)) return {};
  const result: Record<string, Json> = {};
  for (const [key, value] of Object.entries(event)) {
    const before = isMap(usual) ? usual[key] : undefined;
    if (isMap(value)) result[key] = isMap(before ?? null) ? later(value, before ?? null, milliseconds) : value;
    else result[key] = value === before ? moved(value, milliseconds) : value;
  }
  return result;
}

/** ISO times and seconds or milliseconds of the usual morning; everything else as it is. */
function moved(value: Json, milliseconds: number): Json {
  if (typeof value === 'string' && value.startsWith('2026-11-20T09:00:00')) {
    const text = new Date(Date.parse('2026-11-20T09:00:00Z') + milliseconds).toISOString().slice(0, 19);
    return text + value.slice(19);
  }
  if (value === Date.parse('2026-11-20T09:00:00Z')) return value + milliseconds;
  const seconds = Date.parse('2026-11-20T09:00:00Z') / 1000;
  if (value === String(seconds) || value === String(seconds + 60)) return String(Number(value) + milliseconds / 1000);
  return value;
}
