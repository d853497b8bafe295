/** Whom a change of a policy in Google Cloud lets in: who was added, which no rule can tell from who was removed by fields alone. */
import { auditLogOf, child, list, text } from '../facts/index.ts';
import type { Raw } from '../facts/index.ts';
import { isRecord } from '../../record.ts';

const MAX_DELTAS = 2000;

/** Members are in the words of the log: `user:bob@example.com`, `allUsers`. */
export function googleFields(record: Raw): Readonly<Record<string, readonly (string | boolean)[]>> {
  const log = auditLogOf(record);
  const added = [...new Set(deltasOf(log).flatMap((each) => addedMember(each)))];
  const actor = domainOf(text(child(log, 'authenticationInfo')['principalEmail']) ?? '');
  return {
    addedMembers: added,
    foreignMembers: actor === null ? [] : added.filter((member) => isForeign(member, actor)),
    namesEverybody: [added.some((member) => member === 'allUsers' || member === 'allAuthenticatedUsers')],
  };
}

/**
 * Source: `google.iam.v1.logging.AuditData` (serviceData.policyDelta) and BigQueryAuditMetadata (`tablePolicyChange`, `datasetChange` … with `bindingDeltas`),
 * read 2026-11-22.
 */
function deltasOf(log: Raw): readonly unknown[] {
  const metadata = child(log, 'metadata');
  const places = [child(child(log, 'serviceData'), 'policyDelta'), ...Object.keys(metadata).map((key) => child(metadata, key))];
  return places.flatMap((place) => list(place, 'bindingDeltas')).slice(0, MAX_DELTAS);
}

function addedMember(delta: unknown): readonly string[] {
  const member = isRecord(delta) && delta['action'] === 'ADD' ? text(delta['member']) : null;
  return member === null ? [] : [member];
}

/** The domain of a person's address; null for service accounts and what is none: whose organization they are of, the address does not say. */
function domainOf(mail: string): string | null {
  const domain = mail.slice(mail.lastIndexOf('@') + 1).toLowerCase();
  return !mail.includes('@') || domain.endsWith('gserviceaccount.com') ? null : domain;
}

/** People, groups and whole domains of another domain than the caller's, which is neither above nor below it. */
function isForeign(member: string, actor: string): boolean {
  const [kind = '', name = ''] = member.split(':', 2);
  const domain = kind === 'domain' ? name.toLowerCase() : kind === 'user' || kind === 'group' ? domainOf(name) : null;
  return domain !== null && domain !== '' && domain !== actor && !domain.endsWith(`.${actor}`) && !actor.endsWith(`.${domain}`);
}
