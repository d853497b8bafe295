/** What the outputs need of an investigation: the members of its JSON. */
export interface InvestigationOutput {
  readonly at: string;
  readonly entity: { readonly text: string; readonly kind: EntityKind };
  readonly scope: { readonly from: string | null; readonly to: string | null };
  readonly logs: { readonly kind: 'files' | 'lake'; readonly objects: number };
  readonly summary: {
    readonly events: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly failures: number;
    readonly matches: number;
    readonly worst: Level | null;
    readonly techniques: readonly string[];
  };
  readonly chains: readonly HopOutput[];
  readonly principals: readonly ProfileOutput[];
  readonly news: {
    readonly baselineEvents: number;
    readonly baselineFrom: string | null;
    readonly facts: readonly { readonly kind: NewKind; readonly value: string; readonly first: string; readonly count: number }[];
  };
  readonly peers: readonly PeerOutput[];
  readonly surroundings: SurroundingsOutput | null;
  readonly openQuestions: readonly { readonly message: string }[];
  readonly timeline: readonly TimelineOutput[];
}

type EntityKind = 'principal' | 'credential' | 'session' | 'address' | 'resource';
type NewKind = 'api' | 'region' | 'address' | 'agent' | 'account' | 'hour';
type Level = 'informational' | 'low' | 'medium' | 'high' | 'critical';
type Outcome = 'success' | 'failure' | 'denied' | 'unknown';
type Relation = 'direct' | 'became' | 'same-person' | 'possibly';
type Counts = readonly { readonly value: string; readonly count: number }[];

interface End {
  readonly principal: string | null;
  readonly session: string | null;
  readonly credential: string | null;
  readonly account: string | null;
}

export interface HopOutput {
  readonly time: string | null;
  readonly action: string | null;
  readonly direction: 'origin' | 'onward';
  readonly sourceIp: string | null;
  readonly from: End;
  readonly to: End;
  readonly crossesAccount: boolean;
}

export interface ProfileOutput {
  readonly principal: string;
  readonly relations: readonly Relation[];
  readonly events: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly apis: readonly {
    readonly service: string | null;
    readonly action: string;
    readonly success: number;
    readonly failure: number;
    readonly denied: number;
    readonly unknown: number;
    readonly techniques: readonly string[];
    readonly isAbused: boolean;
  }[];
  readonly regions: Counts;
  readonly addresses: Counts;
  readonly agents: Counts;
  readonly accounts: Counts;
  readonly sessions: Counts;
  readonly credentials: Counts;
  readonly resources: Counts;
  readonly hours: readonly number[];
  readonly bytesOut: number;
}

interface PeerOutput {
  readonly principal: string;
  readonly ties: readonly { readonly tie: 'address' | 'agent' | 'resource'; readonly value: string; readonly events: number }[];
  readonly events: number;
}

export interface SurroundingsOutput {
  readonly reach: readonly {
    readonly principal: string;
    readonly administrator: 'yes' | 'no' | 'if';
    readonly assumes: readonly string[];
    readonly escalation: readonly string[];
    readonly services: readonly string[];
  }[];
  readonly findings: readonly { readonly severity: string; readonly message: string; readonly checkId: string }[];
  readonly paths: readonly { readonly severity: string; readonly title: string; readonly nodes: readonly string[] }[];
}

export interface TimelineOutput {
  readonly time: string | null;
  readonly relation: Relation;
  readonly outcome: Outcome;
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
  readonly file: string;
  readonly isNew: readonly NewKind[];
  readonly rules: readonly { readonly title: string; readonly level: Level; readonly technique: readonly string[] }[];
}
