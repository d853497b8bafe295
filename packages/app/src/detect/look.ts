/** One event after the other → what rules, indicators and the record of activity see in it. */
import type { ActivityDigest, CompiledRule, DetectedEvent, IntelHit, IntelSet, Point, RuleSet } from '@kumomori/engine';
import { ActivityRecorder, Detector, fieldReader, IntelMatcher, isActivity, neededFields } from '@kumomori/engine';
import type { CredentialLink, EventFacts, LogEvent } from '@kumomori/model';
import { credentialLink, eventFacts, mayLink, otherWords } from '@kumomori/model';
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

export interface Seen {
  readonly matches: readonly ObjectMatch[];
  /** For correlations; `sequence` as it was told with the events. */
  readonly points: readonly Point<EventSummary>[];
  /** Credentials that were handed out: they join what belongs together. */
  readonly links: readonly CredentialLink[];
  readonly intel: readonly IntelMatch[];
  /** Who did how much of what; null where behavior is not looked at. */
  readonly activity: ActivityDigest | null;
  /** Matches of rules of correlations on events that say no time. */
  readonly timeless: number;
}

export interface DetectOnObjects {
  readonly set: RuleSet;
  readonly withBehavior: boolean;
  /** Indicators to look for; null: none. */
  readonly intel: IntelSet | null;
}

/** State: what was seen since `take`. */
export class EventLooker {
  readonly #detector: Detector;
  readonly #needed: ReturnType<typeof neededFields>;
  readonly #fieldsOf = fieldReader();
  readonly #recorder: ActivityRecorder | null;
  readonly #matcher: IntelMatcher | null;
  #matches: ObjectMatch[] = [];
  #points: Point<EventSummary>[] = [];
  #links: CredentialLink[] = [];
  #intel: IntelMatch[] = [];
  #timeless = 0;

  constructor({ set, withBehavior, intel }: DetectOnObjects) {
    this.#detector = new Detector(set.rules);
    this.#needed = neededFields(set);
    this.#recorder = withBehavior ? new ActivityRecorder() : null;
    this.#matcher = intel ? new IntelMatcher(intel) : null;
  }

  /** An event of a log that is known. */
  add(event: LogEvent, sequence: number): void {
    const facts = this.#recorder && isActivity(event) ? eventFacts(event) : null;
    if (facts) this.#recorder?.add(event, facts);
    this.look(event, sequence, facts);
    // Rules of Kubernetes and of Workspace also know what Google logs in its own words.
    const other = otherWords(event);
    if (other) this.look(other, sequence, facts ?? eventFacts(event));
    this.addLink(event, facts);
  }

  /** Only what the event says of credentials. */
  addLink(event: LogEvent, facts: EventFacts | null = null): void {
    const link = mayLink(event) ? credentialLink(event, facts ?? eventFacts(event)) : null;
    if (link) this.#links.push(link);
  }

  /** Rules and indicators only; `facts` where they are known already. */
  look(event: DetectedEvent, sequence: number, facts: EventFacts | null): void {
    const hits = this.#detector.detect(event);
    if (hits.length === 0 && !this.#matcher) return;
    const summary = facts ?? summaryOf(event);
    for (const hit of this.#matcher?.match(event, summary) ?? []) this.#intel.push({ hit, event: summary });
    for (const rule of hits) {
      if (rule.alerts) this.#matches.push({ order: rule.order, event: summary });
      this.#addPoint(rule, { event, summary, sequence });
    }
  }

  take(): Seen {
    const seen = {
      ...{ matches: this.#matches, points: this.#points, links: this.#links, intel: this.#intel, timeless: this.#timeless },
      activity: this.#recorder?.take() ?? null,
    };
    this.#matches = [];
    this.#points = [];
    this.#links = [];
    this.#intel = [];
    this.#timeless = 0;
    return seen;
  }

  #addPoint(
    rule: CompiledRule,
    { event, summary, sequence }: { readonly event: DetectedEvent; readonly summary: EventSummary; readonly sequence: number },
  ): void {
    const fields = this.#needed.get(rule.order);
    if (!fields) return;
    if (summary.time === null) this.#timeless++;
    else this.#points.push({ order: rule.order, time: summary.time, sequence, fields: this.#fieldsOf(event, fields), info: summary });
  }
}
