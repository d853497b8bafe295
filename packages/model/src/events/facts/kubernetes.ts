/** Kubernetes' audit events. kubernetes.io/docs/reference/config-api/apiserver-audit.v1, read 2026-11-22. */
import { address } from '../address.ts';
import type { ActorKind, EventFacts, EventOutcome, LogEvent } from '../event.ts';
import { httpOutcome } from './aws-network.ts';
import type { Raw } from './read.ts';
import { any, child, count, facts, id, list, parsedChild, text } from './read.ts';
import { isoTime } from '../time.ts';

/** Of these the verb lies: a connection to a container is opened with `get` or `create`, a review only asks. */
const CONNECTIONS: ReadonlySet<string> = new Set(['exec', 'attach', 'portforward', 'proxy']);
const REVIEW = /^(?:(?:local|self)?subject(?:access|rules)?reviews|selfsubject(?:access|rules)?reviews|tokenreviews)$/;

/**
 * The principal is who authenticated. Who they acted as (`impersonatedUser`) is part of the session: `as system:admin`. Of EKS the session name and the
 * access key of the role come along as extra values.
 */
export function kubernetesFacts(event: LogEvent): EventFacts {
  const { record } = event;
  const user = orTable(record, 'user', 'User');
  const object = orTable(record, 'objectRef', 'ObjectRef');
  const answer = orTable(record, 'responseStatus', 'ResponseStatus');
  const extra = child(user, 'extra');
  const name = text(user['username']);
  const verb = any(record, 'verb', 'Verb');
  const uri = any(record, 'requestURI', 'RequestUri');
  const resource = text(object['resource']);
  const subresource = text(object['subresource']);
  const kind = resource === null ? null : subresource === null ? resource : `${resource}/${subresource}`;
  const version = text(object['apiVersion']);
  const group = text(object['apiGroup']);
  const outcome = outcomeOf(record, count(answer['code']));
  return facts(event, {
    eventId: any(record, 'auditID', 'AuditId'),
    time: isoTime(
      record['requestReceivedTimestamp'] ??
        record['RequestReceivedTime'] ??
        record['stageTimestamp'] ??
        record['timestamp'] ??
        record['TimeGenerated'],
    ),
    region: null,
    principal: name,
    actorKind: name === null ? 'unknown' : kubernetesKind(name),
    session: sessionOf(record, extra),
    credential: extraValue(extra, 'accessKeyId') ?? extraValue(extra, 'authentication.kubernetes.io/credential-id'),
    sourceIp: address(list(record, 'sourceIPs')[0] ?? list(record, 'SourceIps')[0]),
    userAgent: any(record, 'userAgent', 'UserAgent'),
    service: version === null ? group : group === null ? version : `${group}/${version}`,
    action: verb === null ? null : kind === null ? (uri === null ? verb : `${verb} ${uri.split('?', 1)[0]}`) : `${verb} ${kind}`,
    resource: objectPath(object, uri),
    outcome,
    error: outcome === 'denied' || outcome === 'failure' ? (text(answer['reason']) ?? id(answer['code'])) : null,
    readOnly: verb === null ? null : readOnlyVerb(verb, resource, subresource),
  });
}

/** An object of the record, or of a column of Log Analytics, where it may be text. */
function orTable(record: Raw, key: string, column: string): Raw {
  return key in record ? child(record, key) : parsedChild(record, column);
}

/** `system:serviceaccount:NAMESPACE:NAME` and nodes are workloads; other `system:` names are the control plane's own. */
export function kubernetesKind(name: string): ActorKind {
  if (name === 'system:anonymous' || name === 'system:unauthenticated') return 'anonymous';
  if (name.startsWith('system:serviceaccount:') || name.startsWith('system:node:')) return 'workload';
  return /^(?:system:|eks:|aks-?service$|gke-)/i.test(name) ? 'service' : 'user';
}

function sessionOf(record: Raw, extra: Raw): string | null {
  const as = text(child(record, 'impersonatedUser')['username']);
  const session = extraValue(extra, 'sessionName') ?? extraValue(extra, 'authentication.kubernetes.io/pod-name');
  return as === null ? session : session === null ? `as ${as}` : `${session} as ${as}`;
}

/** Extra values are lists of texts. */
function extraValue(extra: Raw, key: string): string | null {
  return text(list(extra, key)[0]) ?? text(extra[key]);
}

/** What authorization decided counts before how the request ended; a request that has only been received has not ended. */
function outcomeOf(record: Raw, code: number | null): EventOutcome {
  const decision = text(orTable(record, 'annotations', 'Annotations')['authorization.k8s.io/decision']);
  return decision === 'forbid' ? 'denied' : httpOutcome(code);
}

/** `namespaces/orders/pods/web-0`; the path of a request that is for no resource. */
function objectPath(object: Raw, uri: string | null): string | null {
  const resource = text(object['resource']);
  if (resource === null) return uri?.split('?', 1)[0] ?? null;
  const namespace = text(object['namespace']);
  const name = text(object['name']);
  return `${namespace === null ? '' : `namespaces/${namespace}/`}${resource}${name === null ? '' : `/${name}`}`;
}

function readOnlyVerb(verb: string, resource: string | null, subresource: string | null): boolean {
  if (subresource !== null && CONNECTIONS.has(subresource)) return false;
  return verb === 'get' || verb === 'list' || verb === 'watch' || (resource !== null && REVIEW.test(resource));
}
