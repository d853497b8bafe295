/**
 * What rules may ask of an event although no log writes it: worked out from the record, only when a rule asks. The names are what users write in rules
 * (docs/detection.md); they never change once shipped.
 */
import type { LogSource } from '../sources.ts';
import { cloudTrailFields } from './aws.ts';
import { googleFields } from './google.ts';

/** Name → the logs that have it. */
const SOURCES = {
  'kumomori.foreignAccounts': ['aws.cloudtrail'],
  'kumomori.grantedAccounts': ['aws.cloudtrail'],
  'kumomori.namesEverybody': ['aws.cloudtrail', 'gcp.audit'],
  'kumomori.addedMembers': ['gcp.audit'],
  'kumomori.foreignMembers': ['gcp.audit'],
} as const satisfies Readonly<Record<string, readonly LogSource[]>>;

/** As they are written in rules; case does not matter there. */
export const DERIVED_FIELDS: readonly string[] = Object.keys(SOURCES);

const PREFIX = 'kumomori.';

/** Whether a name in a rule is meant for a derived field, known or not: no log has members that begin so. */
export function isDerivedField(field: string): boolean {
  return field.length > PREFIX.length && field.slice(0, PREFIX.length).toLowerCase() === PREFIX;
}

/** Values by name in lower case; what the record's log does not have, or the record does not say, is left out. */
export type DerivedFields = Readonly<Record<string, readonly (string | boolean)[]>>;

/**
 * All derived fields of a record. Never throws. O(size of the request), of which at most some thousand values are looked at.
 * `kumomori.namesEverybody` is true or, where the log could say so, false; lists without members are left out.
 */
export function derivedFields(source: LogSource | null, record: Readonly<Record<string, unknown>>): DerivedFields {
  const found = source === 'aws.cloudtrail' ? cloudTrailFields(record) : source === 'gcp.audit' ? googleFields(record) : {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([name, values]) => (values.length === 0 ? [] : [[`${PREFIX}${name}`.toLowerCase(), values]])),
  );
}
