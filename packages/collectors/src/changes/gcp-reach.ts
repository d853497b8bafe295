/** Which answers of Google Cloud an event can change: those of its service in its project, and always the inventory. */
import type { CallPlace } from '@kumomori/model';
import type { AuditEvent } from './audit-event.ts';

const INVENTORY = 'cloudasset.googleapis.com';
/** Services whose events change what others answer: who may do what, which APIs there are, what machines and networks are made of. */
const EVERYTHING = new Set(['cloudresourcemanager.googleapis.com', 'serviceusage.googleapis.com', 'servicemanagement.googleapis.com']);
const COMPUTE = 'compute.googleapis.com';
const MAKES_MACHINES = new Set(
  ['container', 'dataproc', 'composer', 'notebooks', 'dataflow', 'appengine', 'servicenetworking', 'vpcaccess', 'tpu', 'file'].map(
    (name) => `${name}.googleapis.com`,
  ),
);

export function isStaleInGcp(events: readonly AuditEvent[], { account, service }: CallPlace): boolean {
  // It answers for a whole organization: what belongs to which account is handed on from its pages.
  if (service === INVENTORY) return true;
  return events.some((event) => {
    const isHere = event.account === null || event.account === account || !isProject(event.account);
    if (!isHere) return false;
    return event.source === service || EVERYTHING.has(event.source) || (service === COMPUTE && MAKES_MACHINES.has(event.source));
  });
}

/** Events of folders and organizations reach what is below them. */
function isProject(account: string): boolean {
  return !/^(?:folders|organizations)-/.test(account);
}
