/**
 * The Principal element. What an Allow in a resource policy can skip depends on whom it names, so a match says which way it names the caller.
 * Source: IAM User Guide, "Policy evaluation for requests within a single account" and "AWS JSON policy elements: NotPrincipal".
 */
import { arnParts } from './arn.ts';
import { hasHole } from '../glob.ts';
import type { Principal } from './principal.ts';
import { isOfAccount } from './principal.ts';
import type { PreparedRequest } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, either, negate } from '../three.ts';

/** How a statement names the caller: its account, its role, its user, or itself (the session, everybody, a service). */
export interface Named {
  readonly account: Three;
  readonly role: Three;
  readonly user: Three;
  readonly direct: Three;
}

export const NOT_NAMED: Named = { account: NO, role: NO, user: NO, direct: NO };
const NAMED_BY: Readonly<Record<keyof Named, readonly [maybe: Named, yes: Named]>> = {
  account: [
    { ...NOT_NAMED, account: MAYBE },
    { ...NOT_NAMED, account: YES },
  ],
  role: [
    { ...NOT_NAMED, role: MAYBE },
    { ...NOT_NAMED, role: YES },
  ],
  user: [
    { ...NOT_NAMED, user: MAYBE },
    { ...NOT_NAMED, user: YES },
  ],
  direct: [
    { ...NOT_NAMED, direct: MAYBE },
    { ...NOT_NAMED, direct: YES },
  ],
};

export interface PolicyPrincipalEntry {
  readonly type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly value: string;
}

export interface PrincipalElement {
  /** True for NotPrincipal. */
  readonly not: boolean;
  readonly entries: readonly PolicyPrincipalEntry[];
}

export function anyway(named: Named): Three {
  return either(either(named.account, named.role), either(named.user, named.direct));
}

/** A Principal element, or NotPrincipal in an Allow: everybody but those listed, also through their account. */
export function namedBy(element: PrincipalElement, request: PreparedRequest): Named {
  let found = NOT_NAMED;
  for (const entry of element.entries) {
    const named = namedByEntry(entry, request);
    if (named === NOT_NAMED) continue;
    found = found === NOT_NAMED ? named : merge(found, named);
  }
  if (!element.not) return found;
  const spared = negate(anyway(found));
  return spared === NO ? NOT_NAMED : way('direct', spared);
}

function merge(a: Named, b: Named): Named {
  return {
    account: either(a.account, b.account),
    role: either(a.role, b.role),
    user: either(a.user, b.user),
    direct: either(a.direct, b.direct),
  };
}

function way(kind: keyof Named, value: Three): Named {
  return value === NO ? NOT_NAMED : NAMED_BY[kind][value === YES ? 1 : 0];
}

/**
 * A Deny with NotPrincipal spares only whom it lists with every identity of the caller: the account, the user or role, and the session. Whoever carries a
 * permissions boundary is always denied.
 */
export function deniedUnlessListed(element: PrincipalElement, request: PreparedRequest, hasBoundary: boolean): Three {
  const { principal } = request;
  const listed = (kind: keyof Named): Three =>
    element.entries.reduce<Three>((best, entry) => either(best, namedByEntry(entry, request)[kind]), NO);
  const everybody = element.entries.some(({ type, value }) => type === 'AWS' && value === '*');
  if (everybody) return NO;
  if (hasBoundary && isOfAccount(principal) && principal.kind !== 'root') return YES;
  const needed: readonly (keyof Named)[] = IDENTITIES[principal.kind];
  const spared = needed.reduce<Three>((least, kind) => (listed(kind) < least ? listed(kind) : least), YES);
  return needed.length === 0 ? YES : negate(spared);
}

const IDENTITIES: Readonly<Record<Principal['kind'], readonly (keyof Named)[]>> = {
  user: ['account', 'user'],
  // A role asks through one of its sessions; which one is not said, so none can be missing.
  role: ['account', 'role'],
  session: ['account', 'role', 'direct'],
  'federated-user': ['account', 'direct'],
  root: ['account'],
  service: ['direct'],
  federated: ['direct'],
  anonymous: [],
};

function namedByEntry({ type, value }: PolicyPrincipalEntry, request: PreparedRequest): Named {
  const { principal } = request;
  if (type === 'AWS') return namedByAws(value, request);
  if (type === 'Service') return kindAndText('service', value, principal);
  if (type === 'Federated') return kindAndText('federated', value, principal);
  return namedByCanonicalId(value, request);
}

function kindAndText(kind: 'service' | 'federated', value: string, principal: Principal): Named {
  if (principal.kind !== kind) return NOT_NAMED;
  if (value === '*' || value.toLowerCase() === principal.id.toLowerCase()) return way('direct', YES);
  return hasHole(value) ? way('direct', MAYBE) : NOT_NAMED;
}

function namedByCanonicalId(value: string, { principal, isStrict }: PreparedRequest): Named {
  if (principal.canonicalUserId !== null) {
    const kind = principal.kind === 'anonymous' ? 'direct' : 'account';
    return principal.canonicalUserId === value ? way(kind, YES) : hasHole(value) ? way(kind, MAYBE) : NOT_NAMED;
  }
  // Which account has this id is not known; in strict mode it is not this one.
  return isStrict || !isOfAccount(principal) ? NOT_NAMED : way('account', MAYBE);
}

function namedByAws(value: string, request: PreparedRequest): Named {
  const { principal } = request;
  if (value === '*') return way('direct', YES);
  if (hasHole(value)) return namedByHole(value, principal);
  if (!isOfAccount(principal)) return value === principal.id && principal.id !== '' ? way('direct', YES) : NOT_NAMED;
  if (value === principal.account) return way('account', YES);
  if (!value.startsWith('arn:')) return namedByUniqueId(value, request);
  const [, , service, , account, rest = ''] = arnParts(value) ?? [];
  if (account !== principal.account) return NOT_NAMED;
  if (rest === 'root') return way('account', YES);
  return service === 'iam' ? namedByIam(value, rest, request) : value === principal.id ? way('direct', YES) : NOT_NAMED;
}

/** A user or role; the path counts where both are known, else the name, which is unique in its account. */
function namedByIam(value: string, rest: string, { principal, context }: PreparedRequest): Named {
  if (principal.kind === 'user') return value === principal.id ? way('user', YES) : NOT_NAMED;
  if (principal.kind === 'role') return value === principal.id ? way('role', YES) : NOT_NAMED;
  if (principal.kind !== 'session' || !rest.startsWith('role/')) return NOT_NAMED;
  const arn = context.get('aws:principalarn');
  if (arn !== UNKNOWN && arn?.length === 1 && arn[0] !== principal.arn) return arn[0] === value ? way('role', YES) : NOT_NAMED;
  return rest.slice(rest.lastIndexOf('/') + 1) === principal.name ? way('role', YES) : NOT_NAMED;
}

/** `AROA…`, `AIDA…`: what AWS shows for a user or role that was deleted since. It matches only who still has this id. */
function namedByUniqueId(value: string, { principal, context }: PreparedRequest): Named {
  const ids = context.get('aws:userid');
  const id = ids === UNKNOWN || ids === null ? undefined : ids[0];
  if (id === undefined || id.split(':')[0] !== value) return NOT_NAMED;
  return way(principal.kind === 'user' ? 'user' : 'role', YES);
}

/** An ARN of which parts are unknown: it may name the caller in the way that its known end tells. */
function namedByHole(value: string, principal: Principal): Named {
  if (!isOfAccount(principal)) return NOT_NAMED;
  const [, , service, , account, rest] = arnParts(value) ?? [];
  if (account !== undefined && !hasHole(account) && account !== principal.account) return NOT_NAMED;
  if (rest === 'root') return way('account', MAYBE);
  const ofKind = principal.kind === 'user' ? 'user' : principal.kind === 'role' || principal.kind === 'session' ? 'role' : 'direct';
  if (rest === undefined || service === undefined) {
    return ofKind === 'direct' ? way('direct', MAYBE) : merge(way(ofKind, MAYBE), way('account', MAYBE));
  }
  if (service === 'sts') return principal.kind === 'session' ? way('direct', MAYBE) : NOT_NAMED;
  const type = rest.split('/')[0] ?? '';
  return hasHole(type) || type === ofKind ? way(ofKind, MAYBE) : NOT_NAMED;
}
