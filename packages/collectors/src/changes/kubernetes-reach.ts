/** Which answers of an API server an event can change: the listing of its kind, which is all that is asked. */
import { CORE_GROUP, DISCOVERY, KUBELET_CONFIGURATION } from '@kumomori/model';
import type { AuditEvent } from './audit-event.ts';

/** What a server serves changes with these. */
const SERVING = new Set(['customresourcedefinitions', 'apiservices']);

export function isStaleInKubernetes(events: readonly AuditEvent[], service: string, operation: string): boolean {
  if (service === DISCOVERY) return events.some(({ resourceId }) => SERVING.has(resourceId ?? ''));
  // Who asks, and whether the server is there at all.
  if (service === 'authentication.k8s.io' || operation === 'version') return true;
  return events.some(({ source, resourceId }) => {
    if (source === CORE_GROUP && service === CORE_GROUP && resourceId === 'nodes' && operation === KUBELET_CONFIGURATION) return true;
    // The same objects may be served by several groups (ingresses, network policies).
    return resourceId === operation && (source === service || isTwin(operation));
  });
}

function isTwin(operation: string): boolean {
  return operation === 'ingresses' || operation === 'networkpolicies' || operation === 'globalnetworkpolicies';
}
