/** Which log a record is of, told by the record alone. */
import type { LogSource } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import type { Sign } from './signs.ts';
import { BY_CONTENT, BY_LITTLE } from './signs.ts';
import type { LogRecord } from './types.ts';

/** Says of which log a record is, or null; it remembers what the last one was, since most files hold one log only. */
export interface Recognizer {
  readonly sourceOf: (record: LogRecord) => LogSource | null;
  /** The log of the last record if this one is of it too and can be no wrapping of others; null where more has to be asked. Cheap. */
  readonly again: (record: LogRecord) => LogSource | null;
}

/** A recognizer for the records of one text. The name settles only what is open: a record of which little is left. */
export function recognizer(name: string): Recognizer {
  const hinted = sourceByName(name);
  let last: Sign | null = null;
  return {
    again: (record) => (last !== null && !WRAPPINGS.has(last.source) && last.is(record) ? last.source : null),
    sourceOf: (record) => {
      const sign = last?.is(record) === true ? last : BY_CONTENT.find((each) => each.is(record));
      if (!sign) return byLittle(record, hinted);
      last = sign;
      return sign.source;
    },
  };
}

/** Records of these may hold records of another log. */
const WRAPPINGS: ReadonlySet<LogSource> = new Set(['azure.diagnostic', 'm365.audit']);

/** The log a single record is of, told by its content; null when it is of none that is known. Signs are names of keys and forms of values. */
export function sourceOfRecord(record: LogRecord): LogSource | null {
  return BY_CONTENT.find((each) => each.is(record))?.source ?? byLittle(record, null);
}

/** Records that were shortened or whose keys were put into lower case on their way. */
function byLittle(record: LogRecord, hinted: LogSource | null): LogSource | null {
  const likely = BY_LITTLE.filter((each) => each.is(record));
  const sign = likely.find((each) => each.source === hinted) ?? likely[0];
  if (sign) return sign.source;
  const names = Object.keys(record);
  const lowered = names.some((key) => key in CAMEL);
  return lowered ? sourceOfRecord(camelCased(record)) : null;
}

/** Keys whose capitals signs ask for, by their lower-case form. */
const CAMEL: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'eventName eventSource eventVersion eventType eventID awsRegion userIdentity recipientAccountId operationName resourceId correlationId ' +
    'resultType tenantId protoPayload logName insertId jsonPayload auditID requestURI objectRef apiVersion displayMessage ' +
    'legacyEventType httpRequest webaclId'
  )
    .split(' ')
    .map((key) => [key.toLowerCase(), key]),
);

function camelCased(record: LogRecord): LogRecord {
  const entries = Object.entries(record).map(([key, value]) => [CAMEL[key] ?? key, value] as const);
  return Object.fromEntries(entries.filter(([key]) => isRecord(record) && key !== '__proto__'));
}

const BY_NAME: readonly (readonly [RegExp, LogSource])[] = [
  [/cloudtrail/i, 'aws.cloudtrail'],
  [/vpcflow/i, 'aws.vpc-flow'],
  [/cloudfront/i, 'aws.cloudfront'],
  [/okta/i, 'okta.system'],
  [/github/i, 'github.audit'],
  [/bitbucket/i, 'bitbucket.audit'],
  [/onelogin/i, 'onelogin.event'],
  [/\bduo\b/i, 'duo.log'],
  [/cloudaudit\.googleapis|gcp[-_.]?audit/i, 'gcp.audit'],
  [/kube|k8s|\beks\b|\baks\b/i, 'kubernetes.audit'],
];

function sourceByName(name: string): LogSource | null {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
