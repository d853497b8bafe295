/** Is a principal one of the members that a policy names? Source: IAM documentation, "Principal identifiers", read 2026-11-22. */
import { HOLE } from '@kumomori/model';
import type { Conditional } from '../shared/index.ts';
import { always, never, onlyIf, starMatch } from '../shared/index.ts';
import type { GcpRequest } from './types.ts';

/** What the policy of a project says of its basic roles: `projectOwner:orders` → who holds `roles/owner` there. */
export type ConvenienceMembers = (member: string) => readonly string[];

type Who = Pick<GcpRequest, 'principal' | 'memberOf'>;

export function isMember(member: string, who: Who, convenience: ConvenienceMembers = () => []): Conditional {
  if (member.includes(HOLE)) return starMatch(member.toLowerCase(), who.principal?.toLowerCase() ?? 'allusers');
  const name = member.toLowerCase();
  // Accounts that were deleted lost their access, even when one of the same name exists again.
  if (name.startsWith('deleted:')) return never;
  if (name === 'allusers' || name === 'principalset://goog/public:all') return always;
  if (who.principal === null) return never;
  // The identifiers of deny policies have their own word for everybody who signed in.
  if (name === 'allauthenticatedusers') return always;
  if (name === who.principal.toLowerCase() || name === identifierOf(who.principal)) return always;
  if (/^project(?:owner|editor|viewer):/.test(name)) {
    const holders = convenience(member);
    return holders.some((each) => isMember(each, who).value === 2) ? always : never;
  }
  if (name.startsWith('domain:'))
    return isUser(who.principal) && who.principal.toLowerCase().endsWith(`@${name.slice('domain:'.length)}`) ? always : never;
  return isSet(name) ? belongs(name, who) : never;
}

/** As deny policies write it: `principal://goog/subject/alice@example.com`. */
function identifierOf(principal: string): string {
  const colon = principal.indexOf(':');
  const kind = principal.slice(0, colon).toLowerCase();
  const name = principal.slice(colon + 1).toLowerCase();
  if (kind === 'user') return `principal://goog/subject/${name}`;
  if (kind === 'serviceaccount') return `principal://iam.googleapis.com/projects/-/serviceaccounts/${name}`;
  return principal.toLowerCase();
}

function isUser(principal: string): boolean {
  return principal.toLowerCase().startsWith('user:');
}

function isSet(name: string): boolean {
  return name.startsWith('group:') || name.startsWith('principalset://');
}

function belongs(name: string, { principal, memberOf }: Who): Conditional {
  if (memberOf === null) return onlyIf('unknown', `${principal ?? ''} ∈ ${name}`);
  const groups = memberOf.map((each) => each.toLowerCase());
  if (groups.includes(name)) return always;
  const asSet = name.startsWith('principalset://goog/group/') ? `group:${name.slice('principalset://goog/group/'.length)}` : null;
  if (asSet !== null) return groups.includes(asSet) || asSet === principal?.toLowerCase() ? always : never;
  return isOfPeople(name) && isPerson(principal ?? '') ? onlyIf('unknown', `${principal ?? ''} ∈ ${name}`) : never;
}

/** Sets that people belong to by their directory, which no grant tells. */
function isOfPeople(name: string): boolean {
  return /^principalset:\/\/(?:goog\/cloudidentitycustomerid\/|cloudresourcemanager\.googleapis\.com\/organizations\/|iam\.googleapis\.com\/locations\/global\/workspace\/)/.test(
    name,
  );
}

function isPerson(principal: string): boolean {
  return /^(?:user|group|domain):/i.test(principal);
}
