/**
 * Azure: activity log, resource logs, flow logs. The same event has other names in diagnostic settings, in the API's answers, in tables of Log
 * Analytics and in the portal's export; the names are tried in that order. learn.microsoft.com/azure/azure-monitor: "Azure activity log event
 * schema", "AzureActivity", "Common and service-specific schemas for Azure resource logs", read 2026-11-22.
 */
import { address } from '../address.ts';
import type { ActorKind, EventFacts, EventOutcome, LogEvent } from '../event.ts';
import { httpOutcome, joined } from './aws-network.ts';
import type { Raw } from './read.ts';
import { any, child, count, facts, parsedChild, text } from './read.ts';
import { anyUnixTime, isoTime } from '../time.ts';

const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';
const OBJECT_ID = 'http://schemas.microsoft.com/identity/claims/objectidentifier';

interface Claims {
  readonly principal: string | null;
  readonly kind: ActorKind;
  readonly app: string | null;
  readonly token: string | null;
  readonly ip: string | null;
}

/** Who a token's claims stand for. A person has a UPN; an application has none, and is its object id. */
function claimsOf(claims: Raw): Claims {
  const upn = any(claims, `${CLAIMS}upn`, 'upn', `${CLAIMS}name`, 'unique_name', 'preferred_username', `${CLAIMS}emailaddress`, 'email');
  const object = any(claims, OBJECT_ID, 'oid', `${CLAIMS}nameidentifier`);
  const app = any(claims, 'appid', 'azp');
  const isApp = text(claims['idtyp']) === 'app' || text(claims['xms_mirid']) !== null || (upn === null && app !== null);
  return {
    principal: isApp ? (object ?? app) : (upn ?? object),
    kind: isApp ? 'workload' : upn === null ? 'unknown' : 'user',
    app,
    token: any(claims, 'uti', 'http://schemas.microsoft.com/identity/claims/uti'),
    ip: address(claims['ipaddr']),
  };
}

/** The text of a value, or of `{ "value": …, "localizedValue": … }` as the API writes it. */
function valueOf(record: Raw, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = text(record[key]) ?? text(child(record, key)['value']);
    if (value !== null) return value;
  }
  return null;
}

/** Subscription of a resource id, in lower case as ids come in both. */
export function subscriptionOf(resourceId: string | null): string | null {
  return resourceId === null ? null : (/^\/subscriptions\/([^/]+)/i.exec(resourceId)?.[1]?.toLowerCase() ?? null);
}

export function azureActivityFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const identity = parsedChild(record, 'identity');
  const given = Object.keys(child(identity, 'claims')).length > 0 ? child(identity, 'claims') : claimsIn(record);
  const claims = claimsOf(given);
  const caller = any(record, 'caller', 'Caller', 'Event initiated by');
  const operation = valueOf(record, 'operationName', 'OperationNameValue', 'OperationName', 'Operation name');
  const resource = any(record, 'resourceId', '_ResourceId', 'ResourceId', 'resourceUri', 'Resource');
  const http = parsedChild(record, 'httpRequest');
  return facts(event, {
    eventId: any(record, 'correlationId', 'CorrelationId', 'Correlation id', 'eventDataId', 'EventDataId', 'id'),
    time: isoTime(record['time'] ?? record['eventTimestamp'] ?? record['TimeGenerated'] ?? record['Time']),
    account:
      any(record, 'subscriptionId', 'SubscriptionId') ?? subscriptionOf(resource) ?? any(record, 'tenantId', 'TenantId', 'Subscription'),
    region: any(record, 'location', 'Location'),
    principal: caller ?? claims.principal,
    actorKind: claims.kind === 'unknown' ? callerKind(caller) : claims.kind,
    session: claims.token,
    credential: claims.kind === 'workload' ? claims.app : null,
    sourceIp: address(record['callerIpAddress'] ?? record['CallerIpAddress'] ?? http['clientIpAddress']) ?? claims.ip,
    userAgent: text(child(parsedChild(record, 'properties'), 'requestHeaders')['User-Agent']),
    service: operation?.split('/', 1)[0] ?? null,
    action: operation,
    resource,
    ...activityEnd(record),
    readOnly: operation === null ? null : readOnlyOperation(operation),
  });
}

function claimsIn(record: Raw): Raw {
  const inside = parsedChild(record, 'claims');
  return Object.keys(inside).length > 0 ? inside : parsedChild(record, 'Claims');
}

/** Without claims: a UPN is a person, a GUID an application's object id, `Microsoft.…` the provider. */
function callerKind(caller: string | null): ActorKind {
  if (caller === null) return 'unknown';
  if (caller.includes('@')) return 'user';
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(caller)) return 'workload';
  return /^(?:microsoft\.|azure )/i.test(caller) ? 'service' : 'unknown';
}

/** An operation that has only begun (`Start`, `Accept`) has not ended in any way yet. */
function activityEnd(record: Raw): { readonly outcome: EventOutcome; readonly error: string | null } {
  const properties = parsedChild(record, 'properties');
  const status = (valueOf(record, 'resultType', 'status', 'ActivityStatusValue', 'ActivityStatus', 'Status') ?? '').toLowerCase();
  const detail =
    valueOf(record, 'resultSignature', 'subStatus', 'ActivitySubstatusValue', 'ActivitySubstatus') ?? any(properties, 'statusCode');
  if (status.startsWith('succe')) return { outcome: 'success', error: null };
  if (!status.startsWith('fail') && status !== 'error') return { outcome: 'unknown', error: null };
  const said = `${detail ?? ''} ${text(properties['statusMessage']) ?? ''} ${any(properties, 'statusCode') ?? ''}`;
  return { outcome: /forbidden|unauthorized|authorizationfailed|denied/i.test(said) ? 'denied' : 'failure', error: detail };
}

/** `/action` may read secrets or change things: it is neither. */
function readOnlyOperation(operation: string): boolean | null {
  const verb = operation.slice(operation.lastIndexOf('/') + 1).toLowerCase();
  return verb === 'read' ? true : verb === 'write' || verb === 'delete' ? false : null;
}

/** Resource logs of services: Key Vault and storage name the caller each in its own way. */
export function azureDiagnosticFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const properties = parsedChild(record, 'properties');
  const identity = parsedChild(record, 'identity');
  const requester = child(identity, 'requester');
  const claims = claimsOf(Object.keys(child(identity, 'claim')).length > 0 ? child(identity, 'claim') : child(identity, 'claims'));
  const object = any(requester, 'upn', 'objectId');
  const resource = any(record, 'resourceId', 'ResourceId', '_ResourceId');
  const status =
    count(record['statusCode']) ??
    count(record['resultSignature']) ??
    count(properties['httpStatusCode']) ??
    count(properties['statusCode']);
  const type = text(identity['type']);
  return facts(event, {
    eventId: any(record, 'correlationId', 'CorrelationId', 'id'),
    time: isoTime(record['time'] ?? record['TimeGenerated']),
    account: subscriptionOf(resource) ?? any(record, 'subscriptionId', 'SubscriptionId', 'tenantId', 'TenantId'),
    region: any(record, 'location', 'Location'),
    principal: object ?? claims.principal ?? text(record['caller']),
    actorKind: type === 'Anonymous' ? 'anonymous' : object === null ? claims.kind : object.includes('@') ? 'user' : 'workload',
    session: claims.token,
    credential: type === 'SAS' || type === 'AccountKey' ? (text(identity['tokenHash']) ?? type) : (text(requester['appId']) ?? claims.app),
    sourceIp:
      address(record['callerIpAddress'] ?? record['CallerIPAddress'] ?? record['CallerIpAddress'] ?? properties['clientIP']) ?? claims.ip,
    userAgent: any(properties, 'userAgentHeader', 'userAgent', 'clientInfo'),
    service: resource === null ? null : (/\/providers\/([^/]+)/i.exec(resource)?.[1] ?? null),
    action: any(record, 'operationName', 'OperationName'),
    resource: any(record, 'uri', 'Uri') ?? text(properties['requestUri']) ?? resource,
    outcome: status === null ? statusWord(any(record, 'resultType', 'ResultType', 'statusText')) : httpOutcome(status),
    error: status !== null && status >= 400 ? (text(record['statusText']) ?? String(status)) : null,
    bytesOut: count(properties['responseBodySize']),
  });
}

function statusWord(word: string | null): EventOutcome {
  if (word === null) return 'unknown';
  if (/^(?:succe|ok$|0$)/i.test(word)) return 'success';
  return /denied|forbidden|unauthor|authorizationfail/i.test(word) ? 'denied' : /^fail|error/i.test(word) ? 'failure' : 'unknown';
}

/** NSG and virtual network flow logs, a record for each tuple; or rows of traffic analytics. */
export function azureFlowFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const isDenied =
    record['flowDecision'] === 'D' || record['flowState'] === 'D' || record['FlowStatus'] === 'Denied' || record['FlowStatus'] === 'D';
  const isOut = record['flowDirection'] === 'O' || record['FlowDirection'] === 'Outbound' || record['FlowDirection'] === 'O';
  const target = address(record['destinationIp'] ?? record['DestIp'] ?? record['DestPublicIps']);
  const port = any(record, 'destinationPort', 'DestPort');
  const resource = any(record, 'targetResourceID', 'resourceId', 'TargetResourceId', 'flowLogResourceID');
  const sent = count(record['bytesSourceToDestination'] ?? record['BytesSrcToDest']);
  return facts(event, {
    time: anyUnixTime(record['timeStamp']) ?? isoTime(record['FlowStartTime'] ?? record['time'] ?? record['TimeGenerated']),
    account: subscriptionOf(resource) ?? any(record, 'SubscriptionId'),
    region: any(record, 'Region', 'AzureRegion'),
    sourceIp: address(record['sourceIp'] ?? record['SrcIp'] ?? record['SrcPublicIps']),
    service: 'Microsoft.Network',
    action: isDenied ? 'Deny' : 'Allow',
    resource: target === null || port === null ? target : joined(target, port),
    outcome: isDenied ? 'denied' : 'success',
    bytesOut: isOut ? sent : null,
  });
}
