/** What a match says of its event (contracts.md §5). */
import type { DetectedEvent } from '@kumomori/engine';

export interface EventSummary {
  readonly eventId: string | null;
  /** ISO 8601 UTC; null where the event says no time. */
  readonly time: string | null;
  readonly milliseconds: number | null;
  readonly source: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly principal: string | null;
  readonly sourceIp: string | null;
  readonly action: string | null;
}

/** First of these paths that holds a text or number, for any log; the names of the logs do not clash. */
const PATHS = {
  eventId: [
    'eventID',
    'auditID',
    '_document_id',
    'uuid',
    'insertId',
    'correlationId',
    'properties.correlationId',
    'id.uniqueQualifier',
    'Id',
    'id',
  ],
  time: [
    ...[
      'eventTime',
      'requestReceivedTimestamp',
      'stageTimestamp',
      'published',
      'protoPayload.timestamp',
      'timestamp',
      '@timestamp',
      'time',
    ],
    ...['eventTimestamp', 'createdDateTime', 'activityDateTime', 'CreationTime', 'created_at', 'id.time', 'start', 'isotimestamp'],
  ],
  account: [
    ...[
      'recipientAccountId',
      'userIdentity.accountId',
      'account_id',
      'accountId',
      'resource.labels.project_id',
      'subscriptionId',
      'tenantId',
    ],
    ...['org', 'OrganizationId', 'id.customerId'],
  ],
  region: ['awsRegion', 'region', 'resource.labels.location', 'location'],
  principal: [
    ...[
      'userIdentity.arn',
      'userIdentity.userName',
      'userIdentity.principalId',
      'protoPayload.authenticationInfo.principalEmail',
      'caller',
    ],
    ...[
      'properties.userPrincipalName',
      'userPrincipalName',
      'properties.initiatedBy.user.userPrincipalName',
      'initiatedBy.user.userPrincipalName',
    ],
    ...['user.username', 'actor.alternateId', 'actor.email', 'UserId', 'actor', 'userIdentity.invokedBy'],
  ],
  sourceIp: [
    ...['sourceIPAddress', 'protoPayload.requestMetadata.callerIp', 'callerIpAddress', 'properties.ipAddress', 'ipAddress', 'sourceIPs'],
    ...['client.ipAddress', 'actor_ip', 'ClientIP', 'srcaddr'],
  ],
  action: [
    'eventName',
    'protoPayload.methodName',
    'operationName.value',
    'operationName',
    'eventType',
    'verb',
    'Operation',
    'action',
    'name',
  ],
} as const;

/** O(paths). */
export function summaryOf({ source, record }: DetectedEvent): EventSummary {
  const text = (paths: readonly string[]): string | null => {
    for (const path of paths) {
      const value = at(record, path);
      if (typeof value === 'string' && value !== '') return value;
      if (typeof value === 'number') return String(value);
    }
    return null;
  };
  const milliseconds = millisecondsOf(text(PATHS.time));
  return {
    ...{ eventId: text(PATHS.eventId), time: milliseconds === null ? null : new Date(milliseconds).toISOString(), milliseconds },
    ...{ source, account: text(PATHS.account), region: text(PATHS.region), principal: text(PATHS.principal) },
    ...{ sourceIp: text(PATHS.sourceIp), action: text(PATHS.action) },
  };
}

function at(record: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    // Own keys of parsed JSON.
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return Array.isArray(value) ? value[0] : value;
}

function millisecondsOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : time;
}
