/** CloudTrail: a record as the log files have it, in an envelope of EventBridge, or as LookupEvents gives it. */
import type { Json, JsonObject } from '@kumomori/model';
import { isJsonObject, textOf } from '@kumomori/model';
import type { AuditEvent, NoChange } from './audit-event.ts';
import { namesIn } from './audit-event.ts';

/** Names of calls that change nothing, for records that do not say it. Source: AWS CloudTrail user guide, `readOnly`, read 2026-11-22. */
const READS =
  /^(?:Get|List|Describe|Head|Lookup|BatchGet|BatchDescribe|Search|View|Check|Validate|Simulate|Estimate|Query|Scan|Select|AssumeRole|Decrypt|Receive|Poll|Discover|Preview)/;

/** Services in which whoever acts may be whom it is about. */
const ABOUT_ONESELF = new Set(['iam', 'signin']);

export function awsEvent(json: Json): AuditEvent | NoChange {
  const record = unwrapped(json);
  const source = textOf(record, 'eventSource')?.replace(/\.amazonaws\.com(?:\.cn)?$/, '');
  const name = textOf(record, 'eventName');
  if (record === null || source === undefined || name === undefined) return 'foreign';
  if ((textOf(record, 'errorCode') ?? '') !== '') return 'failed';
  if (isReading(record, name)) return 'read';
  const { requestParameters, responseElements, resources, serviceEventDetails, userIdentity } = record;
  const self = ABOUT_ONESELF.has(source) ? { userName: textOf(userIdentity, 'userName') ?? null } : undefined;
  const version = textOf(record, 'apiVersion');
  return {
    account: textOf(record, 'recipientAccountId') ?? textOf(record, 'userIdentity.accountId') ?? null,
    region: textOf(record, 'awsRegion') ?? null,
    source,
    // Some services put the version of their API behind it: CreateFunction20150331, UpdateFunctionConfiguration20150331v2.
    name: name.replace(/(?<=[A-Za-z])(?:_)?20\d\d[-_]?\d\d[-_]?\d\d(?:v\d+)?$/, ''),
    ...namesIn([requestParameters, responseElements, resources, serviceEventDetails, self]),
    ...(version !== undefined && { version }),
  };
}

function unwrapped(json: Json): JsonObject | null {
  if (!isJsonObject(json)) return null;
  if (isJsonObject(json['detail']) && typeof json['detail-type'] === 'string') return json['detail'];
  const text = json['CloudTrailEvent'];
  if (typeof text !== 'string') return json;
  try {
    const inner = JSON.parse(text) as Json;
    return isJsonObject(inner) ? inner : null;
  } catch {
    return null;
  }
}

function isReading(record: JsonObject, name: string): boolean {
  const { readOnly, managementEvent } = record;
  // Events about data (objects, items, invocations) change nothing that is collected.
  if (managementEvent === false || record['eventCategory'] === 'Data' || record['eventCategory'] === 'Insight') return true;
  if (readOnly === true || readOnly === 'true') return true;
  return readOnly === undefined || readOnly === null ? READS.test(name) : false;
}
