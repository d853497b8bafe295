/** One object of logs → the matches in it. Runs in workers and, for short runs, in the main thread. */
import type { ActivityDigest, CompiledRule, DetectedEvent, IntelHit, IntelSet, Point, RuleSet } from '@kumomori/engine';
import { ActivityRecorder, Detector, fieldReader, IntelMatcher, isActivity, neededFields } from '@kumomori/engine';
import type { CredentialLink, EventFacts } from '@kumomori/model';
import { credentialLink, eventFacts, isRecord, jsonOf, mayLink, otherWords } from '@kumomori/model';
import type { LogProblem } from '@kumomori/parsers';
import { sourceOfRecord, visitLogText } from '@kumomori/parsers';
import type { LogObject, ObjectFault, StoredObject } from '../logs/index.ts';
import { readStored, textOf } from '../logs/index.ts';
import type { EventSummary } from './event-summary.ts';
import { summaryOf } from './event-summary.ts';

/** A match before its rule is looked up again: what crosses from worker to main thread. */
export interface ObjectMatch {
  /** Place of the rule among all documents. */
  readonly order: number;
  readonly event: EventSummary;
}

/** What an event showed of an indicator; parts of one event share the summary. */
export interface IntelMatch {
  readonly hit: IntelHit;
  readonly event: EventSummary;
}

export interface ObjectMatches {
  readonly events: number;
  readonly bytes: number;
  readonly matches: readonly ObjectMatch[];
  /** For correlations; `sequence` counts within the object. */
  readonly points: readonly Point<EventSummary>[];
  /** Credentials that were handed out: they join what belongs together. */
  readonly links: readonly CredentialLink[];
  readonly intel: readonly IntelMatch[];
  /** Who did how much of what; null where behavior is not looked at. */
  readonly activity: ActivityDigest | null;
  /** Matches of rules of correlations on events that say no time. */
  readonly timeless: number;
  readonly fault: ObjectFault | null;
  readonly problems: readonly LogProblem[];
  readonly damaged: number;
  readonly unrecognized: number;
  readonly skipped: boolean;
}

export interface DetectOnObjects {
  readonly set: RuleSet;
  readonly withBehavior: boolean;
  /** Indicators to look for; null: none. */
  readonly intel: IntelSet | null;
}

/** A function that reads objects, one at a time: the object and its events are in memory together. */
export function objectDetector({
  set,
  withBehavior,
  intel: indicators,
}: DetectOnObjects): (object: LogObject, stored?: StoredObject) => ObjectMatches {
  const detector = new Detector(set.rules);
  const needed = neededFields(set);
  const fieldsOf = fieldReader();
  const recorder = withBehavior ? new ActivityRecorder() : null;
  const matcher = indicators ? new IntelMatcher(indicators) : null;
  const hasOwnLogs = set.rules.some(({ sources }) => sources.length === 0);
  return (object, stored = readStored(object)) => {
    const { text, inflatedBytes, fault } = textOf(stored);
    const matches: ObjectMatch[] = [];
    const points: Point<EventSummary>[] = [];
    const links: CredentialLink[] = [];
    const intel: IntelMatch[] = [];
    let timeless = 0;
    const look = (event: DetectedEvent, sequence: number, facts: EventFacts | null): void => {
      const hits = detector.detect(event);
      if (hits.length === 0 && !matcher) return;
      const summary = facts ?? summaryOf(event);
      for (const hit of matcher?.match(event, summary) ?? []) intel.push({ hit, event: summary });
      for (const rule of hits) {
        if (rule.alerts) matches.push({ order: rule.order, event: summary });
        const point = pointOf(rule, { event, summary, sequence });
        if (point === 'timeless') timeless++;
        else if (point) points.push(point);
      }
    };
    const pointOf = (
      rule: CompiledRule,
      { event, summary, sequence }: { readonly event: DetectedEvent; readonly summary: EventSummary; readonly sequence: number },
    ): Point<EventSummary> | 'timeless' | null => {
      const fields = needed.get(rule.order);
      if (!fields) return null;
      if (summary.time === null) return 'timeless';
      return { order: rule.order, time: summary.time, sequence, fields: fieldsOf(event, fields), info: summary };
    };
    const read = visitLogText(text, { name: object.path }, (event, sequence) => {
      const facts = recorder && isActivity(event) ? eventFacts(event) : null;
      if (facts) recorder?.add(event, facts);
      look(event, sequence, facts);
      // Rules of Kubernetes and of Workspace also know what Google logs in its own words.
      const other = otherWords(event);
      if (other) look(other, sequence, facts ?? eventFacts(event));
      const link = mayLink(event) ? credentialLink(event, facts ?? eventFacts(event)) : null;
      if (link) links.push(link);
    });
    if (hasOwnLogs && read.unrecognized > 0)
      for (const [index, record] of plainRecords(text).entries()) look({ source: null, record }, read.events + index, null);
    return {
      ...{ events: read.events, bytes: inflatedBytes, matches, points, links, intel, timeless, fault, activity: recorder?.take() ?? null },
      ...{ problems: read.problems, damaged: read.damaged, unrecognized: read.unrecognized, skipped: read.skipped !== null },
    };
  };
}

/** Records of no log that is known, from JSON or JSON lines: for rules of logs that are not known either. */
function plainRecords(text: string): readonly Readonly<Record<string, unknown>>[] {
  const whole = jsonOf(text);
  const values = whole === undefined ? text.split('\n').map((line) => jsonOf(line)) : Array.isArray(whole) ? whole : [whole];
  return values.filter((value) => isRecord(value)).filter((record) => sourceOfRecord(record) === null);
}
