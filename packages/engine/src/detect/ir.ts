/**
 * The compiled form of detections: what the closures (evaluate.ts) and the SQL (sql/) are both made from. What each node means is
 * docs/detection.md, "What matches"; the two have to agree on every event.
 */

/** A piece of a text pattern: text as it is, any text, any one character, any of the five dashes of `windash`. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'many' }
  | { readonly kind: 'one' }
  | { readonly kind: 'dash' };

export type Pattern = readonly Piece[];

export type Ordering = 'lt' | 'lte' | 'gt' | 'gte' | 'eq';

export type TimeUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** What one value of a field has to be. Values are never null here. */
export type ValueTest =
  /** The whole text of the value. Without `cased`, the pattern is in lower case. */
  | { readonly kind: 'text'; readonly pattern: Pattern; readonly cased: boolean }
  /** One of some exact texts; without `cased` in lower case. */
  | { readonly kind: 'texts'; readonly texts: readonly string[]; readonly cased: boolean }
  /** RE2 syntax with its flags inside, found anywhere in the text. */
  | { readonly kind: 'regex'; readonly source: string }
  /** Numbers, and texts that are one; `eq` takes texts only in the same spelling. */
  | { readonly kind: 'number'; readonly ordering: Ordering; readonly value: number }
  | { readonly kind: 'cidr'; readonly text: string }
  /** A part of a time in UTC. */
  | { readonly kind: 'time'; readonly unit: TimeUnit; readonly ordering: Ordering; readonly value: number };

export type Relation = 'equals' | 'contains' | 'startswith' | 'endswith';

export type Predicate =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Predicate[] }
  | { readonly kind: 'not'; readonly part: Predicate }
  /** Some value of the field passes. */
  | { readonly kind: 'field'; readonly field: string; readonly test: ValueTest }
  /** The field has no value, or only null. */
  | { readonly kind: 'absent'; readonly field: string }
  /** The key is there, whatever its value. */
  | { readonly kind: 'present'; readonly field: string }
  /** Some value of one field and some of the other. */
  | {
      readonly kind: 'fields';
      readonly field: string;
      readonly other: string;
      readonly relation: Relation;
      readonly cased: boolean;
    }
  /** Somewhere in the JSON text of the event. */
  | { readonly kind: 'keyword'; readonly test: ValueTest & { readonly kind: 'text' | 'regex' } };

/** A detection that cannot be compiled. */
export interface Rejection {
  readonly kind: 'rejected';
  readonly reason: string;
  readonly line: number;
}

/** Ends the compiling of one rule; caught in compile-rule.ts and nowhere else. */
export class RejectedError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
