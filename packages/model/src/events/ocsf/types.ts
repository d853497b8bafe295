/**
 * The language of OCSF mappings: one declarative table for a source, read by an interpreter in JavaScript (`toOcsf`) and by a generator of
 * DuckDB SQL (`ocsfSql`). Whatever can be said here means the same in both; nothing else can be said.
 *
 * A path is keys joined by dots, a key that has dots or other signs in it in double quotes, `[0]` after a key for the first element of a
 * list: `userIdentity.sessionContext.attributes.mfaAuthenticated`, `annotations."authorization.k8s.io/decision"`, `sourceIPs[0]`. The
 * paths `@account`, `@region` and `@name` are the event's origin (`LogEvent.origin`). A path's *text* is the string itself, a number or a
 * boolean as JSON writes it, the JSON text of a list or an object; null, the empty string and what is not there have no text.
 */
import type { LogSource } from '../sources.ts';

/**
 * How a text becomes a value; a text that is no such thing gives no value, and the next path is tried.
 * `text` as it is · `integer` at most 15 digits · `number` decimal · `boolean` true or false in any case · `json` like `text`, of values
 * that are lists or objects · `list` a list of texts (a single text is a list of one) ·
 * `iso-time`, `unix-seconds`, `unix-millis`, `unix-micros`, `clf-time` (`10/Oct/2000:13:55:36 -0700`) milliseconds since 1970 UTC ·
 * `address` an IPv4 or IPv6 address without its port or brackets · `name` a text that is no address · `port` the number after the last
 * colon of `address:port` · `first-part`, `last-part` what lies before the first and after the last slash · `lower` in lower case.
 */
export type OcsfCast =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'json'
  | 'list'
  | 'iso-time'
  | 'unix-seconds'
  | 'unix-millis'
  | 'unix-micros'
  | 'clf-time'
  | 'address'
  | 'name'
  | 'port'
  | 'first-part'
  | 'last-part'
  | 'lower';

/** A test of one path's text, case-sensitive unless `fold`. The lists are alternatives; a path without text passes `exists: false` alone. */
export interface OcsfCondition {
  readonly path: string;
  readonly is?: readonly string[];
  readonly startsWith?: readonly string[];
  readonly endsWith?: readonly string[];
  readonly contains?: readonly string[];
  readonly exists?: boolean;
  /** Compares in lower case; the values above are then written in lower case. */
  readonly fold?: true;
}

/** A value of the result: a constant, or what the first of `from` that has a fitting text says. */
export interface OcsfField {
  /**
   * Where it goes: names joined by dots, `[]` after a name for a list with one object (`resources[].uid`). Of several fields with the same
   * `to` the first one that has a value counts.
   */
  readonly to: string;
  readonly from?: readonly string[];
  /** Texts of several paths with `by` between them, instead of `from`; no value unless each of them has a text. */
  readonly join?: { readonly paths: readonly string[]; readonly by: string };
  readonly as?: OcsfCast;
  /** The text is looked up here, and the value found counts; all values of a table are of one type. */
  readonly values?: Readonly<Record<string, string | number | boolean>>;
  /** Counts where nothing else gave a value. */
  readonly otherwise?: string | number | boolean;
  /** A constant list of texts (`metadata.profiles`). */
  readonly constant?: readonly string[];
  /** All of them must hold, else the field has no value (not even `otherwise`). */
  readonly when?: readonly OcsfCondition[];
  /** Only in these classes; without it in each. */
  readonly classes?: readonly number[];
}

/** An element of a list for each element of the record's list; `from` paths of its fields begin at the element. */
export interface OcsfList {
  readonly to: string;
  /** The record's list; a record that has no list there has none in the result either. */
  readonly each: string;
  readonly fields: readonly OcsfField[];
  readonly classes?: readonly number[];
}

/** What an event is: the first rule whose conditions all hold counts. The last rule of a mapping has none. */
export interface OcsfRule {
  readonly when?: readonly OcsfCondition[];
  readonly classUid: number;
  /** Of the class; 99 is Other, 0 Unknown. */
  readonly activityId: number;
}

/** Everything about one source. */
export interface OcsfMapping {
  readonly source: LogSource;
  readonly rules: readonly OcsfRule[];
  readonly fields: readonly OcsfField[];
  readonly lists?: readonly OcsfList[];
  /**
   * Paths that are known and have no place in the result (constants of the format, what is said elsewhere already): not counted as
   * unmapped. Whatever `from`, `join` and `json` name is known by that; a path into a list knows that element's list only when it is here.
   */
  readonly known?: readonly string[];
}

/** A value of the result; times and counts are numbers. */
export type OcsfValue = string | number | boolean | readonly string[] | OcsfRow | readonly OcsfRow[];

export interface OcsfRow {
  readonly [attribute: string]: OcsfValue;
}

/** An event in OCSF. */
export interface OcsfEvent {
  readonly classUid: number;
  /** The lake's name of the class: `api_activity`. */
  readonly table: string;
  /** Attributes that have a value; nested as in the schema. */
  readonly row: OcsfRow;
  /** What of the record no field of the mapping knows, in the record's own form; null where all of it is known. */
  readonly unmapped: Readonly<Record<string, unknown>> | null;
}
