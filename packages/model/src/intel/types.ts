/** What others told us to look for, in one form for all formats. */

/** Traffic Light Protocol 2.0 (FIRST, 2022), from the widest audience to the smallest. */
export const TLP_LEVELS = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const;
export type Tlp = (typeof TLP_LEVELS)[number];

/**
 * What can be looked for by its value alone. `domain` means the name and all below it, `host` only the name itself; `range` is `FIRST-LAST` or
 * a CIDR; `credential` is the id of a key, never the key.
 */
export const OBSERVABLE_KINDS = [
  'address',
  'range',
  'domain',
  'host',
  'url',
  'hash',
  'email',
  'user-agent',
  'account',
  'credential',
] as const;
export type ObservableKind = (typeof OBSERVABLE_KINDS)[number];

export interface Observable {
  readonly kind: ObservableKind;
  /** In normal form (`normalValue`): equal things have equal values. */
  readonly value: string;
}

export type IntelFormat = 'stix' | 'openioc' | 'misp' | 'list';

/** Something named that an indicator points at, or that stands behind it. */
export interface IntelRelation {
  /** `malware`, `threat-actor`, `campaign`, `attack-pattern`, … */
  readonly type: string;
  readonly name: string;
}

/** One indicator in one version. Times are ISO 8601 UTC. */
export interface Indicator {
  /** The producer's id (`indicator--…`, a UUID of MISP or OpenIOC); of lists KIND:VALUE. */
  readonly id: string;
  readonly format: IntelFormat;
  /** Who tells it: the feed's, organization's or file's name. */
  readonly source: string;
  readonly title: string;
  /** Any of them is a match. Empty where only the pattern says what is meant. */
  readonly observables: readonly Observable[];
  /** A STIX pattern that is more than a list of values; null otherwise. */
  readonly pattern: string | null;
  /** Of the version; the newest wins. */
  readonly modified: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly lastSeen: string | null;
  /** 0 to 100; null: the producer does not say. */
  readonly confidence: number | null;
  readonly tlp: Tlp | null;
  readonly labels: readonly string[];
  readonly related: readonly IntelRelation[];
  /** ATT&CK ids. */
  readonly techniques: readonly string[];
  readonly revoked: boolean;
}

/** A list of values that are never a sign of anything, in the form of MISP's warning lists. */
export interface WarningList {
  readonly name: string;
  readonly type: 'cidr' | 'hostname' | 'string' | 'substring' | 'regex';
  readonly values: readonly string[];
}

/** What kept a part of a document from being used. Codes are for programs; `detail` names the thing, cut to a line. */
export interface IntelProblem {
  readonly code:
    | 'not-json'
    | 'not-xml'
    | 'unknown-format'
    | 'too-large'
    | 'too-deep'
    | 'invalid-object'
    | 'invalid-pattern'
    | 'unsupported-pattern'
    | 'unsupported-term'
    | 'no-observable'
    | 'entities'
    | 'old-version';
  readonly detail: string;
  /** Line, where the format has lines; else null. */
  readonly line: number | null;
}
