/**
 * Entra ID: sign-ins, directory audit, risk. Diagnostic settings put Microsoft Graph's object under `properties`; the API's answers are that object; tables of Log Analytics
 * write its names with capitals. learn.microsoft.com/graph/api/resources: signIn, directoryAudit, riskDetection; azure-monitor/reference/tables: SigninLogs,
 * AADServicePrincipalSignInLogs, AuditLogs, AADUserRiskEvents, read 2026-11-22.
 */
import { address } from '../address.ts';
import type { EventFacts, EventOutcome, LogEvent } from '../event.ts';
import type { Raw } from './read.ts';
import { any, child, count, facts, first, parsedChild, text } from './read.ts';
import { isoTime } from '../time.ts';

/** Refused by policy although the person was who they said: conditional access, a device that does not comply, no assignment to the application. */
const REFUSED: ReadonlySet<number> = new Set([50105, 53000, 53001, 53002, 53003, 53004, 53011, 530003, 530032]);

/** Graph's object, wherever the record has it. */
function inner(record: Raw): Raw {
  const properties = parsedChild(record, 'properties');
  return Object.keys(properties).length > 0 ? properties : record;
}

const tenant = (record: Raw): string | null => any(record, 'tenantId', 'AADTenantId', 'TenantId', 'tenantid');

/** Sign-ins of people (interactive or not), service principals, managed identities. */
export function signInFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const it = inner(record);
  const upn = any(it, 'userPrincipalName', 'UserPrincipalName', 'Username');
  const app = any(it, 'servicePrincipalId', 'ServicePrincipalId', 'Service principal ID');
  const code =
    count(child(it, 'status')['errorCode']) ??
    count(record['resultType'] ?? record['resulttype'] ?? record['ResultType'] ?? record['Sign-in error code']);
  const isPerson = upn !== null && upn !== '';
  return facts(event, {
    eventId:
      any(record, 'correlationId', 'correlationid', 'CorrelationId', 'Correlation ID') ??
      any(it, 'correlationId', 'id', 'Id', 'Request ID'),
    time:
      isoTime(it['createdDateTime'] ?? it['CreatedDateTime']) ?? isoTime(record['time'] ?? record['TimeGenerated'] ?? record['Date (UTC)']),
    account: tenant(record) ?? any(it, 'resourceTenantId', 'homeTenantId', 'Resource tenant ID'),
    principal: isPerson ? upn.toLowerCase() : (app ?? any(it, 'userId', 'UserId', 'User ID', 'appId', 'AppId')),
    actorKind: isPerson ? 'user' : app === null ? 'unknown' : 'workload',
    session: any(it, 'sessionId', 'SessionId', 'uniqueTokenIdentifier', 'UniqueTokenIdentifier', 'Unique token identifier'),
    credential: any(it, 'servicePrincipalCredentialKeyId', 'ServicePrincipalCredentialKeyId'),
    sourceIp:
      address(it['ipAddress'] ?? it['IPAddress'] ?? it['IP address']) ?? address(record['callerIpAddress'] ?? record['calleripaddress']),
    userAgent: any(it, 'userAgent', 'UserAgent', 'User agent'),
    service: any(it, 'resourceDisplayName', 'ResourceDisplayName', 'Resource'),
    action: any(record, 'operationName', 'operationname', 'OperationName') ?? 'Sign-in activity',
    resource: any(it, 'appDisplayName', 'AppDisplayName', 'Application', 'appId', 'AppId'),
    outcome: signInOutcome(code, any(record, 'Status')),
    error: code === null || code === 0 ? null : String(code),
  });
}

function signInOutcome(code: number | null, word: string | null): EventOutcome {
  if (code !== null) return code === 0 ? 'success' : REFUSED.has(code) ? 'denied' : 'failure';
  return word === 'Success' ? 'success' : word === 'Failure' || word === 'Interrupted' ? 'failure' : 'unknown';
}

/** Changes in the directory. */
export function directoryAuditFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const it = inner(record);
  const by = Object.keys(parsedChild(it, 'initiatedBy')).length > 0 ? parsedChild(it, 'initiatedBy') : parsedChild(it, 'InitiatedBy');
  const user = child(by, 'user');
  const app = child(by, 'app');
  const upn = any(user, 'userPrincipalName') ?? any(it, 'ActorUserPrincipalName');
  const appId = any(app, 'servicePrincipalId', 'appId', 'servicePrincipalName', 'displayName');
  const target = firstTarget(it);
  const result = (any(it, 'result', 'Result') ?? any(record, 'resultType', 'resultSignature', 'Result') ?? '').toLowerCase();
  return facts(event, {
    eventId: any(record, 'correlationId', 'correlationid', 'CorrelationId') ?? any(it, 'correlationId', 'id', 'Id'),
    time:
      isoTime(it['activityDateTime'] ?? it['ActivityDateTime']) ??
      isoTime(record['time'] ?? record['TimeGenerated'] ?? record['Date (UTC)']),
    account: tenant(record),
    principal: upn?.toLowerCase() ?? any(user, 'id') ?? appId ?? any(it, 'ActorObjectId', 'ActorDisplayName', 'Identity'),
    actorKind: upn !== null || any(user, 'id') !== null ? 'user' : appId === null ? 'unknown' : 'workload',
    credential: any(app, 'appId'),
    sourceIp: address(user['ipAddress']) ?? address(record['callerIpAddress'] ?? record['calleripaddress'] ?? it['IPAddress']),
    userAgent: any(it, 'userAgent', 'UserAgent') ?? detail(it, 'User-Agent'),
    service: any(it, 'loggedByService', 'LoggedByService', 'Service'),
    action:
      any(it, 'activityDisplayName', 'ActivityDisplayName', 'Activity') ?? any(record, 'operationName', 'operationname', 'OperationName'),
    resource:
      any(target, 'userPrincipalName', 'id', 'displayName') ?? any(it, 'Target1UserPrincipalName', 'Target1ObjectId', 'Target1DisplayName'),
    outcome: result.startsWith('succe') ? 'success' : result.startsWith('fail') ? 'failure' : 'unknown',
    error: result.startsWith('fail') ? any(it, 'resultReason', 'ResultReason', 'ResultDescription') : null,
    readOnly: false,
  });
}

function firstTarget(it: Raw): Raw {
  const target = first(it, 'targetResources');
  if (Object.keys(target).length > 0) return target;
  const wide = first(it, 'TargetResources');
  return Object.keys(wide).length > 0 ? wide : first({ list: listIn(it['TargetResources']) }, 'list');
}

/** A list that a table holds as JSON text. */
function listIn(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('[')) return null;
  return parsedChild({ all: `{"all":${value}}` }, 'all')['all'];
}

function detail(it: Raw, key: string): string | null {
  const details = it['additionalDetails'] ?? it['AdditionalDetails'];
  if (!Array.isArray(details)) return null;
  for (const each of details as readonly unknown[]) {
    const pair = first({ each }, 'each');
    if (pair['key'] === key) return text(pair['value']);
  }
  return null;
}

/** Detections and users at risk, as Identity Protection reports them. */
export function riskFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const it = inner(record);
  const upn = any(it, 'userPrincipalName', 'UserPrincipalName');
  const app = any(it, 'servicePrincipalId', 'ServicePrincipalId', 'appId', 'AppId');
  return facts(event, {
    eventId: any(it, 'correlationId', 'CorrelationId') ?? any(record, 'correlationId') ?? any(it, 'id', 'Id'),
    time: isoTime(
      it['activityDateTime'] ??
        it['ActivityDateTime'] ??
        it['detectedDateTime'] ??
        it['DetectedDateTime'] ??
        it['riskLastUpdatedDateTime'] ??
        it['RiskLastUpdatedDateTime'] ??
        record['time'] ??
        record['TimeGenerated'],
    ),
    account: tenant(record),
    principal: upn?.toLowerCase() ?? app ?? any(it, 'userId', 'UserId', 'id'),
    actorKind: upn === null ? (app === null ? 'unknown' : 'workload') : 'user',
    sourceIp: address(it['ipAddress'] ?? it['IpAddress'] ?? it['IPAddress']),
    userAgent: any(it, 'userAgent', 'UserAgent'),
    service: any(it, 'source', 'Source') ?? 'Identity Protection',
    action: any(it, 'riskEventType', 'RiskEventType', 'riskDetail', 'RiskDetail') ?? any(record, 'operationName', 'OperationName'),
    outcome: 'unknown',
    error: null,
  });
}
