/**
 * Events that are delivered in the words of one log and are of another: GKE writes Kubernetes' audit events as Google Cloud audit logs, Workspace sends its events
 * there too. The event stays what it was delivered as; rules for the other log get it in that log's words.
 * cloud.google.com/kubernetes-engine/docs/how-to/audit-logging; cloud.google.com/logging/docs/audit/gsuite-audit-logging, read 2026-11-22.
 */
import { isRecord } from '../record.ts';
import type { LogEvent } from './event.ts';
import { auditLogOf, child, first, list, text } from './facts/index.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The same event in the words of another log, or null where there is none. The record is made for rules and is not what was delivered. */
export function otherWords(event: LogEvent): LogEvent | null {
  if (event.source !== 'gcp.audit') return null;
  const log = auditLogOf(event.record);
  const service = text(log['serviceName']);
  if (service === 'k8s.io') return { ...event, source: 'kubernetes.audit', record: clusterWords(event.record, log) };
  const application = service === null ? undefined : APPLICATIONS[service];
  return application === undefined
    ? null
    : { ...event, source: 'google.workspace', record: workspaceWords(event.record, log, application) };
}

/** `applicationName` of the reports API, by the service of the audit log. */
const APPLICATIONS: Readonly<Record<string, string>> = {
  'admin.googleapis.com': 'admin',
  'login.googleapis.com': 'login',
  'oauth2.googleapis.com': 'token',
};

/** `io.k8s.core.v1.pods.exec.create`, `io.k8s.rbac.authorization.v1.clusterroles.create`: group, version, resource, subresource, verb. */
const METHOD = /^io\.k8s\.(?:(.+)\.)?(v\d+(?:(?:alpha|beta)\d+)?)\.([a-z]+)(?:\.([a-z]+))?\.([a-z]+)$/;

/** Groups whose names in methods are shortened: `authorization.rbac` is `rbac.authorization.k8s.io`. */
function groupOf(name: string | undefined): string | null {
  if (name === undefined || name === 'core') return null;
  if (['apps', 'batch', 'autoscaling', 'policy', 'extensions'].includes(name)) return name;
  return name === 'authorization.rbac' || name === 'rbac.authorization' || name === 'rbac' ? 'rbac.authorization.k8s.io' : `${name}.k8s.io`;
}

function clusterWords(record: Raw, log: Raw): Raw {
  const method = text(log['methodName']) ?? '';
  const [, group, version, resource, subresource, verb] = METHOD.exec(method) ?? [];
  const place = placeOf(text(log['resourceName']) ?? '');
  const request = child(log, 'requestMetadata');
  const who = child(log, 'authenticationInfo');
  const code = child(log, 'status')['code'];
  const isGranted = first(log, 'authorizationInfo')['granted'];
  const address = text(request['callerIp']) ?? text(request['callerIP']);
  const labels = child(record, 'labels');
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    auditID: text(record['insertId']) ?? text(child(record, 'operation')['id']),
    stage: 'ResponseComplete',
    verb: verb ?? method.slice(method.lastIndexOf('.') + 1),
    user: { username: text(who['principalEmail']) ?? text(who['authoritySelector']) ?? text(who['principalSubject']) },
    sourceIPs: address === null ? [] : [address],
    userAgent: text(request['callerSuppliedUserAgent']),
    objectRef: {
      ...(resource === undefined ? {} : { resource }),
      ...(subresource === undefined ? {} : { subresource }),
      ...(groupOf(group) === null ? {} : { apiGroup: groupOf(group) }),
      ...(version === undefined ? {} : { apiVersion: version }),
      ...place,
    },
    responseStatus: {
      code: typeof code === 'number' && code !== 0 ? (code === 7 ? 403 : code === 5 ? 404 : code === 16 ? 401 : 500) : 200,
    },
    requestObject: log['request'] ?? null,
    responseObject: log['response'] ?? null,
    requestReceivedTimestamp: record['timestamp'] ?? null,
    annotations: {
      ...labels,
      ...(isGranted === true
        ? { 'authorization.k8s.io/decision': 'allow' }
        : isGranted === false
          ? { 'authorization.k8s.io/decision': 'forbid' }
          : {}),
    },
  };
}

/** Namespace and name of `core/v1/namespaces/orders/pods/web-0/exec`. */
function placeOf(path: string): Raw {
  const parts = path.split('/');
  const at = parts.indexOf('namespaces');
  const namespace = at < 0 ? undefined : parts[at + 1];
  const inside = at < 0 ? parts.slice(2) : parts.slice(at + 2);
  const name = inside.length === 0 ? namespace : inside[1];
  return { ...(namespace === undefined ? {} : { namespace }), ...(name === undefined ? {} : { name }) };
}

function workspaceWords(record: Raw, log: Raw, applicationName: string): Raw {
  const events = list(child(log, 'metadata'), 'event').filter(isRecord);
  return {
    kind: 'admin#reports#activity',
    id: { time: record['timestamp'] ?? null, uniqueQualifier: text(record['insertId']), applicationName, customerId: null },
    actor: { email: text(child(log, 'authenticationInfo')['principalEmail']) },
    ipAddress: text(child(log, 'requestMetadata')['callerIp']),
    eventService: text(log['serviceName']),
    events: events.map((event) => ({
      type: text(event['eventType']),
      name: text(event['eventName']),
      parameters: list(event, 'parameter'),
    })),
    ...(text(events[0]?.['eventName']) === null ? {} : { eventName: text(events[0]?.['eventName']) }),
  };
}
