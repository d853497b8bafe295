/** Which answers of Azure an event can change: the thing, what stands below it, and the listings that show it. */
import type { CallPlace, JsonObject } from '@kumomori/model';
import { GRAPH, textOf } from '@kumomori/model';
import type { AuditEvent } from './audit-event.ts';
import { DIRECTORY } from './azure-audit.ts';

/** Events in one of these change what the others answer too: machines, disks, interfaces and addresses name each other. */
const TOGETHER: readonly ReadonlySet<string>[] = [
  new Set(['microsoft.compute', 'microsoft.network', 'microsoft.containerservice', 'microsoft.containerregistry', 'microsoft.web']),
];
/** After these anything may have changed: connections that stand at their targets, and what moves or goes as a whole. */
const ANYTHING =
  /^microsoft\.network\/privateendpoints\/|^microsoft\.resources\/(?:subscriptions\/resourcegroups\/(?:delete|moveresources)|deployments|deploymentstacks)|\/privateendpointconnections|^microsoft\.resources\/(?:subscriptions\/)?(?:move|tags)/i;

export function touchesInAzure(events: readonly AuditEvent[], account: string): boolean {
  return events.some((event) => event.account === null || event.account === account.toLowerCase() || event.source === DIRECTORY);
}

export function isStaleInAzure(events: readonly AuditEvent[], place: CallPlace, request: JsonObject): boolean {
  const path = (textOf(request, 'path') ?? '').toLowerCase();
  return events.some((event) => changes(event, place, path));
}

function changes(event: AuditEvent, { account, service }: CallPlace, path: string): boolean {
  if (service === GRAPH || event.source === DIRECTORY) return service === GRAPH && event.source === DIRECTORY;
  if (event.account !== null && event.account !== account.toLowerCase()) return false;
  const id = event.resourceId ?? '';
  const root = rootOf(id);
  // What there is, resource groups and tags.
  if (service === 'Microsoft.Resources' || ANYTHING.test(event.name)) return true;
  const [own, other] = [service.toLowerCase(), namespaceOf(id)];
  const source = event.source.toLowerCase();
  const isSame = [other, source].some((each) => each === own || TOGETHER.some((group) => group.has(own) && group.has(each)));
  // Settings of the subscription: role assignments, locks, plans of Defender.
  if (root === null) return other === '' || isSame;
  const asked = rootOf(path);
  // A listing of the subscription shows the thing; a question about another thing does not.
  if (asked === null) return isSame || path === id;
  return asked === root || (isSame && TOGETHER.some((group) => group.has(own)));
}

/** `/subscriptions/…/providers/Microsoft.Storage/storageAccounts/orders` of whatever is or belongs to it; null when no thing is named. */
function rootOf(id: string): string | null {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/?]+/i.exec(id)?.[0].toLowerCase() ?? null;
}

/** Of the innermost provider: a diagnostic setting of an account is one of Microsoft.Insights. */
function namespaceOf(id: string): string {
  return [...id.matchAll(/\/providers\/([^/]+)/g)].at(-1)?.[1] ?? '';
}
