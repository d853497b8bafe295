/**
 * Google Cloud's audit logs and VPC flow logs, Workspace. cloud.google.com/logging/docs: "AuditLog", "LogEntry", BigQuery "Fields in exported audit
 * logs"; cloud.google.com/vpc/docs: "VPC Flow Logs records"; developers.google.com/admin-sdk/reports: Activities; read 2026-11-22.
 */
import { address } from '../address.ts';
import type { ActorKind, EventFacts, EventOutcome, LogEvent } from '../event.ts';
import { joined } from './aws-network.ts';
import { kubernetesKind } from './kubernetes.ts';
import type { Raw } from './read.ts';
import { any, child, count, facts, first, id, list, text } from './read.ts';
import { isoTime } from '../time.ts';

/** google.rpc.Code, by number. */
const CODES = (
  'OK CANCELLED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ' +
  'ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED'
).split(' ');

/** The audit log's own part, also as tables of BigQuery and some forwarders name it. */
export function auditLogOf(record: Raw): Raw {
  const proto = child(record, 'protoPayload');
  if (Object.keys(proto).length > 0) return proto;
  const table = child(record, 'protopayload_auditlog');
  if (Object.keys(table).length > 0) return table;
  return 'methodName' in record ? record : child(child(record, 'data'), 'protoPayload');
}

export function gcpAuditFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const log = auditLogOf(record);
  const who = child(log, 'authenticationInfo');
  const request = child(log, 'requestMetadata');
  const labels = child(child(record, 'resource'), 'labels');
  const principal = principalOf(who);
  const method = text(log['methodName']);
  const status = child(log, 'status');
  const isDenied = list(log, 'authorizationInfo').some((each) => first({ each }, 'each')['granted'] === false);
  const code = count(status['code']) ?? 0;
  return facts(event, {
    eventId: any(record, 'insertId', 'insertid', 'insert_id'),
    time: isoTime(record['timestamp']),
    account: any(labels, 'project_id') ?? scopeOf(any(record, 'logName', 'logname', 'log_name')),
    region: any(labels, 'location', 'region', 'zone'),
    principal,
    actorKind: googleKind(principal),
    session: delegation(who),
    credential: text(who['serviceAccountKeyName']),
    sourceIp: address(request['callerIp'] ?? request['callerIP']),
    userAgent: text(request['callerSuppliedUserAgent']),
    service: text(log['serviceName']),
    action: method,
    resource: text(log['resourceName']) ?? text(first(log, 'authorizationInfo')['resource']),
    outcome: outcomeOf(code, isDenied, Object.keys(log).length > 0),
    error: code === 0 ? null : (CODES[code] ?? String(code)),
    readOnly: readOnlyCall(log, method),
  });
}

/** `principal://…` of a federated identity; a mail address may come with its kind in front. */
function principalOf(who: Raw): string | null {
  const email = text(who['principalEmail']);
  if (email !== null) return email;
  const subject = text(who['principalSubject']) ?? text(who['authoritySelector']);
  return subject === null ? null : subject.replace(/^(?:user|serviceAccount|group):/, '');
}

/** Who acted as the service account, the first caller first: `alice@example.com > build@orders.iam.gserviceaccount.com`. */
function delegation(who: Raw): string | null {
  const chain = list(who, 'serviceAccountDelegationInfo').flatMap((each) => {
    const link = first({ each }, 'each');
    const name = text(child(link, 'firstPartyPrincipal')['principalEmail']) ?? text(link['principalSubject']);
    return name === null ? [] : [name];
  });
  return chain.length === 0 ? null : chain.join(' > ');
}

/** Agents of Google's own services act as accounts too. */
export function googleKind(principal: string | null): ActorKind {
  if (principal === null) return 'unknown';
  if (principal.startsWith('system:')) return kubernetesKind(principal);
  if (
    /^(?:service-\d+@.*\.iam|.*@cloudservices|.*@system|.*@cloudbuild|.*@security-center-api\.iam)\.gserviceaccount\.com$/.test(principal)
  )
    return 'service';
  if (principal.endsWith('.gserviceaccount.com')) return 'workload';
  if (/^principal(?:Set)?:\/\//.test(principal)) return 'federated';
  if (/^anonymous$|^allUsers$/i.test(principal)) return 'anonymous';
  return principal.includes('@') ? 'user' : 'unknown';
}

function outcomeOf(code: number, isDenied: boolean, isRead: boolean): EventOutcome {
  if (code === 7 || code === 16 || (isDenied && code === 0)) return 'denied';
  return code !== 0 ? 'failure' : isRead ? 'success' : 'unknown';
}

/** `projects/NAME/logs/…`: the project, folder or organization. */
function scopeOf(logName: string | null): string | null {
  return logName === null ? null : (/^(?:projects|folders|organizations|billingAccounts)\/([^/]+)\/logs\//.exec(logName)?.[1] ?? null);
}

const READS = /^(?:get|list|search|query|aggregatedlist|batchget|read|watch|describe|lookup|testiampermissions|head)/i;
const WRITES =
  /^(?:create|insert|update|delete|patch|set|add|remove|destroy|undelete|enable|disable|start|stop|attach|detach|import|replace|write|move|copy)/i;

/** The type of the permission that was asked for; else the verb that the method begins with. */
function readOnlyCall(log: Raw, method: string | null): boolean | null {
  const type = text(first(log, 'authorizationInfo')['permissionType']);
  if (type !== null) return type.endsWith('_READ') ? true : type.endsWith('_WRITE') ? false : null;
  const verb = method?.slice(method.lastIndexOf('.') + 1) ?? '';
  return READS.test(verb) ? true : WRITES.test(verb) ? false : null;
}

export function gcpFlowFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const flow = child(record, 'jsonPayload');
  const connection = child(flow, 'connection');
  const labels = child(child(record, 'resource'), 'labels');
  const source = child(flow, 'src_instance');
  const target = address(connection['dest_ip']);
  const port = id(connection['dest_port']);
  const reporter = text(flow['reporter']);
  return facts(event, {
    eventId: text(record['insertId']),
    time: isoTime(flow['start_time'] ?? record['timestamp']),
    account: any(labels, 'project_id') ?? scopeOf(text(record['logName'])),
    region: any(labels, 'location', 'region') ?? text(source['region']),
    sourceIp: address(connection['src_ip']),
    service: 'compute.googleapis.com',
    action: 'ALLOWED',
    resource: target === null || port === null ? target : joined(target, port),
    outcome: 'success',
    bytesOut: reporter === 'SRC' || reporter === 'SRC_GATEWAY' ? count(flow['bytes_sent']) : null,
  });
}

/** Parameters of Workspace's events that name the thing acted on, the most telling first. */
const PARAMETERS = [
  'doc_id',
  'USER_EMAIL',
  'GROUP_EMAIL',
  'ROLE_NAME',
  'APPLICATION_NAME',
  'SETTING_NAME',
  'DOMAIN_NAME',
  'client_id',
  'app_name',
  'doc_title',
  'user_email',
  'group_email',
];

export function workspaceFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const own = child(record, 'id');
  const actor = child(record, 'actor');
  const inside = first(record, 'events');
  const it = Object.keys(inside).length > 0 ? inside : record;
  const name = text(it['name']);
  const caller = text(actor['callerType']);
  const email = text(actor['email']);
  return facts(event, {
    eventId: any(own, 'uniqueQualifier'),
    time: isoTime(own['time']),
    account: text(own['customerId']),
    principal: email ?? text(actor['profileId']) ?? text(actor['key']),
    actorKind: caller === 'KEY' ? 'service' : caller === 'APPLICATION' ? 'workload' : email === null ? 'unknown' : googleKind(email),
    sourceIp: address(record['ipAddress']),
    service: text(own['applicationName']),
    action: name,
    resource: parameterOf(it['parameters']),
    outcome:
      name === null ? 'unknown' : /_failure$|^login_failure/.test(name) ? 'failure' : /denied|blocked/i.test(name) ? 'denied' : 'success',
    error: name !== null && name.endsWith('_failure') ? name : null,
    readOnly: name === null ? null : /^(?:view|download|preview|access|print)/.test(name) || null,
  });
}

/** Parameters are a list of `{ name, value }`, or an object where a pipeline has made one of it. */
function parameterOf(parameters: unknown): string | null {
  const values: Raw = Array.isArray(parameters)
    ? Object.fromEntries(parameters.map((each: unknown) => [String(first({ each }, 'each')['name']), first({ each }, 'each')['value']]))
    : child({ parameters }, 'parameters');
  return any(values, ...PARAMETERS);
}
