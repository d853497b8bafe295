/** Kubernetes: events of `audit.k8s.io/v1`. Source: Kubernetes documentation, "Auditing", read 2026-11-22. */
import type { Json } from '@kumomori/model';
import { jsonAt, serviceOfGroup, textOf } from '@kumomori/model';
import type { AuditEvent, NoChange } from './audit-event.ts';

const WRITES = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);
/** Questions that are asked by creating something that is never kept. */
const QUESTIONS = /^(?:selfsubject|subjectaccess|localsubjectaccess|tokenreviews)/;
/** Calls about a running pod, and tokens: nothing of the object changes. */
const PASSING_SUBRESOURCES = new Set(['exec', 'attach', 'portforward', 'proxy', 'log', 'token', 'binding']);

export function kubernetesEvent(json: Json): AuditEvent | NoChange {
  const verb = textOf(json, 'verb');
  const resource = textOf(json, 'objectRef.resource');
  if (verb === undefined || !(textOf(json, 'apiVersion') ?? 'audit.k8s.io/').startsWith('audit.k8s.io/')) return 'foreign';
  const stage = textOf(json, 'stage') ?? 'ResponseComplete';
  if (!WRITES.has(verb) || resource === undefined || QUESTIONS.test(resource) || stage === 'RequestReceived') return 'read';
  if (PASSING_SUBRESOURCES.has(textOf(json, 'objectRef.subresource') ?? '')) return 'read';
  const code = jsonAt(json, 'responseStatus.code');
  if (typeof code === 'number' && code >= 400) return 'failed';
  return {
    account: null,
    region: null,
    source: serviceOfGroup(textOf(json, 'objectRef.apiGroup') ?? ''),
    name: `${verb} ${resource}`,
    texts: new Set(),
    handles: new Set(),
    resourceId: resource,
  };
}
