/** Which log a record is of, told by the record alone. */
import type { LogSource } from '@kumomori/model';
import { isRecord } from '@kumomori/model';
import { BY_CONTENT, BY_LITTLE } from './signs.ts';
import type { LogRecord } from './types.ts';

/** A function that says of which log a record is, or null; it remembers what the last one was, since most files hold one log only. */
export type Recognizer = (record: LogRecord) => LogSource | null;

/** A recognizer for the records of one text. The name settles only what is open: a record of which little is left. */
export function recognizer(name: string): Recognizer {
  const hinted = sourceByName(name);
  let last = BY_CONTENT[0];
  return (record) => {
    if (last?.is(record)) return last.source;
    const sign = BY_CONTENT.find((each) => each.is(record));
    if (sign) {
      last = sign;
      return sign.source;
    }
    return byLittle(record, hinted);
  };
}

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
