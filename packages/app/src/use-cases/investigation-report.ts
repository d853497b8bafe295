/** What an investigation tells; times are ISO 8601 UTC. The JSON of `investigate --format json`. */
import type { ApiUse, Entity, Hop, NewKind, Peer, Profile, Relation } from '@kumomori/engine';
import type { Diagnostic, EventOutcome, Severity, SigmaLevel } from '@kumomori/model';

export interface TimelineRule {
  readonly id: string | null;
  readonly title: string;
  readonly level: SigmaLevel;
  readonly technique: readonly string[];
  /** A Sigma rule over the event or over several, or a behavior. */
  readonly kind: 'rule' | 'correlation' | 'behavior';
}

export interface TimelineRow {
  readonly time: string | null;
  readonly relation: Relation;
  readonly outcome: EventOutcome;
  readonly action: string | null;
  readonly service: string | null;
  readonly resource: string | null;
  readonly principal: string | null;
  readonly session: string | null;
  readonly credential: string | null;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly error: string | null;
  readonly eventId: string | null;
  readonly source: string;
  /** The file of logs, or the folder of the lake. */
  readonly file: string;
  /** What this event was the first of, within the scope. */
  readonly isNew: readonly NewKind[];
  readonly rules: readonly TimelineRule[];
}

export interface ToldHop extends Omit<Hop, 'time'> {
  readonly time: string | null;
}

export interface ToldProfile extends Omit<Profile, 'first' | 'last' | 'apis'> {
  readonly first: string | null;
  readonly last: string | null;
  readonly apis: readonly (Omit<ApiUse, 'first'> & { readonly first: string | null })[];
}

export interface ToldNews {
  /** 0: nothing is known of the time before, so that nothing can be called new. */
  readonly baselineEvents: number;
  readonly baselineFrom: string | null;
  readonly facts: readonly {
    readonly kind: NewKind;
    readonly value: string;
    readonly first: string;
    readonly count: number;
    readonly eventId: string | null;
  }[];
}

export interface ToldPeer extends Omit<Peer, 'first' | 'last'> {
  readonly first: string | null;
  readonly last: string | null;
}

/** What the entity could have reached, by code or a snapshot. */
export interface InvestigationReach {
  readonly principal: string;
  readonly administrator: 'yes' | 'no' | 'if';
  /** Roles it can take. */
  readonly assumes: readonly string[];
  /** Actions by which it could make itself more. */
  readonly escalation: readonly string[];
  /** Services by what can be done there. */
  readonly services: readonly string[];
}

export interface RelatedFinding {
  readonly checkId: string;
  readonly severity: Severity;
  readonly title: string;
  readonly resource: string;
  readonly message: string;
  readonly fingerprint: string;
}

export interface RelatedPath {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly goal: string;
  readonly nodes: readonly string[];
}

/** Null where no snapshot and no code was given. */
export interface InvestigationSurroundings {
  readonly reach: readonly InvestigationReach[];
  readonly findings: readonly RelatedFinding[];
  readonly paths: readonly RelatedPath[];
}

/** A question the logs that were read leave open. `id` for programs. */
export interface OpenQuestion {
  readonly id: string;
  readonly message: string;
}

export interface InvestigationReport {
  readonly schemaVersion: '1';
  readonly tool: { readonly name: 'kumomori'; readonly version: string };
  readonly at: string;
  readonly entity: Entity;
  readonly scope: { readonly from: string | null; readonly to: string | null };
  readonly logs: {
    readonly kind: 'files' | 'lake';
    /** As they were given. */
    readonly paths: readonly string[];
    readonly objects: number;
    readonly damaged: number;
    readonly unrecognized: number;
    readonly isCut: boolean;
    /** Of the events that belong to the entity. */
    readonly sources: readonly string[];
  };
  readonly summary: {
    readonly events: number;
    readonly direct: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly failures: number;
    readonly matches: number;
    readonly worst: SigmaLevel | null;
    readonly techniques: readonly string[];
  };
  readonly chains: readonly ToldHop[];
  readonly principals: readonly ToldProfile[];
  readonly news: ToldNews;
  readonly peers: readonly ToldPeer[];
  readonly surroundings: InvestigationSurroundings | null;
  readonly openQuestions: readonly OpenQuestion[];
  /** In the order of time; those beyond the limit are counted in `summary.events` only. */
  readonly timeline: readonly TimelineRow[];
  /** Partitions of a lake, or files, that events of the timeline are from. */
  readonly places: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}
