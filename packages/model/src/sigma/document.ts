/**
 * Sigma documents as they are written: rules, correlations and filters, nothing compiled yet. The reader (packages/parsers/src/sigma) makes
 * them, the engine compiles them. Source: the Sigma specification 2.1.0 (2025-08-02).
 */

/** A value of a detection. Numbers keep no spelling: `0x17` and `23` are the same. */
export type SigmaScalar = string | number | boolean | null;

/** What may stand below keys that Sigma does not know. */
export type SigmaData = SigmaScalar | readonly SigmaData[] | { readonly [key: string]: SigmaData };

export type SigmaLevel = 'informational' | 'low' | 'medium' | 'high' | 'critical';

export const SIGMA_LEVELS: readonly SigmaLevel[] = ['informational', 'low', 'medium', 'high', 'critical'];

/** One line of a selection: `field|modifier: value`, or keywords. */
export interface SigmaItem {
  /** Null for keywords, which are looked for in the whole event. */
  readonly field: string | null;
  /** As written, in their order. */
  readonly modifiers: readonly string[];
  readonly values: readonly SigmaScalar[];
  /** Starts at 1. */
  readonly line: number;
}

/** A search identifier: maps are `all`, lists are `any`. */
export type SigmaDetection =
  | { readonly kind: 'item'; readonly item: SigmaItem }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly SigmaDetection[] };

export type SigmaCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly SigmaCondition[] }
  | { readonly kind: 'not'; readonly part: SigmaCondition }
  | { readonly kind: 'name'; readonly name: string }
  /** `1 of sel*`, `all of them`; `names` are the selections it stands for. */
  | { readonly kind: 'of'; readonly every: boolean; readonly pattern: string; readonly names: readonly string[] };

export interface SigmaLogSource {
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
  readonly definition: string | null;
  /** Further keys, kept as they are. */
  readonly extra: Readonly<Record<string, SigmaData>>;
}

/** What rules, correlations and filters have in common. Texts as written, null and empty where nothing is. */
export interface SigmaMeta {
  readonly title: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly status: string | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly modified: string | null;
  readonly license: string | null;
  readonly taxonomy: string | null;
  readonly level: SigmaLevel | null;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly related: readonly { readonly id: string; readonly type: string }[];
  readonly fields: readonly string[];
  readonly falsepositives: readonly string[];
  readonly scope: readonly string[];
  /** Keys beyond the specification. */
  readonly extra: Readonly<Record<string, SigmaData>>;
  /** First line of the document. */
  readonly line: number;
}

export interface SigmaRule extends SigmaMeta {
  readonly kind: 'rule';
  readonly logsource: SigmaLogSource;
  readonly detections: ReadonlyMap<string, SigmaDetection>;
  /** A list of conditions is an OR of them. */
  readonly conditions: readonly SigmaCondition[];
  readonly conditionTexts: readonly string[];
}

export const SIGMA_CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
  'value_min',
  'value_max',
] as const;

export type SigmaCorrelationType = (typeof SIGMA_CORRELATION_TYPES)[number];

export type SigmaComparison = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'neq';

export interface SigmaCorrelation extends SigmaMeta {
  readonly kind: 'correlation';
  readonly type: SigmaCorrelationType;
  /** Ids or names. */
  readonly rules: readonly string[];
  readonly groupBy: readonly string[];
  readonly timespanSeconds: number;
  /** All have to hold; empty where none is written (temporal ones). */
  readonly bounds: readonly { readonly operator: SigmaComparison; readonly value: number }[];
  /** Of the `value_…` types. */
  readonly valueFields: readonly string[];
  /** Of `value_percentile`: 0 to 100. */
  readonly percentile: number | null;
  /** `a and not b` over the rules of a temporal correlation. */
  readonly expression: SigmaCondition | null;
  /** alias → rule (id or name) → field. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The rules it is made of alert by themselves, too. */
  readonly generate: boolean;
}

export interface SigmaFilter extends SigmaMeta {
  readonly kind: 'filter';
  readonly logsource: SigmaLogSource;
  /** Ids or names; null is `any`: all rules of the log source. */
  readonly rules: readonly string[] | null;
  readonly detections: ReadonlyMap<string, SigmaDetection>;
  readonly conditions: readonly SigmaCondition[];
}

export type SigmaDocument = SigmaRule | SigmaCorrelation | SigmaFilter;

/** A document that cannot be used, and why; or something odd about one that can (`severity` is then `warning`). */
export interface SigmaProblem {
  readonly severity: 'error' | 'warning';
  readonly title: string | null;
  readonly id: string | null;
  /** For people, in English. */
  readonly reason: string;
  readonly line: number;
}

/** The documents of one file in their order. */
export interface SigmaFile {
  readonly path: string;
  readonly documents: readonly SigmaDocument[];
  readonly problems: readonly SigmaProblem[];
}
