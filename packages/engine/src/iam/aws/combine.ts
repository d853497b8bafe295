/**
 * The rules that join the layers. Steps and their source are in docs/iam.md; in short: a deny anywhere wins, then every guard (SCP, RCP, endpoint) has to allow,
 * then the identity's side and the resource's side, joined as the two accounts demand.
 */
import type { Algebra, Ways } from './algebra.ts';
import type { CompiledPolicy } from './compile.ts';
import type { CompiledLayers, CompiledLevel } from './layers.ts';
import type { Reader, Reading } from './match.ts';
import { actionOf, lacksResource } from './match.ts';
import type { PreparedRequest } from './request.ts';
import { isOfAccount } from './principal.ts';
import { isPublicAccessBlocked, isProtected, rootCannotAssume, waysOfAcl, waysOfGrants } from './overlays.ts';

/** Which layers bind this request at all. */
export interface Scope {
  readonly identity: boolean;
  readonly scp: boolean;
  readonly rcp: boolean;
}

export function scopeOf(layers: CompiledLayers, request: PreparedRequest): Scope {
  const { principal } = request;
  const isMember = isOfAccount(principal);
  const { managementAccount } = layers.settings;
  return {
    identity: isMember && principal.kind !== 'root',
    scp: isMember && !principal.isServiceLinked && (managementAccount === null || principal.account !== managementAccount),
    rcp:
      request.isRcpCovered && !principal.isServiceLinked && (managementAccount === null || request.resourceAccount !== managementAccount),
  };
}

export interface Outcome<T> {
  readonly deny: T;
  /** Leaves denies out. */
  readonly allow: T;
}

/** `sts:GetCallerIdentity` asks for no permission and cannot be denied; only somebody with credentials can ask. */
export function isAlwaysAllowed({ action, principal }: PreparedRequest): boolean {
  return action === 'sts:getcalleridentity' && principal.kind !== 'anonymous' && principal.kind !== 'federated';
}

export function outcomeOf<T>(algebra: Algebra<T>, layers: CompiledLayers, request: PreparedRequest): Outcome<T> {
  if (isAlwaysAllowed(request)) return { deny: algebra.no, allow: algebra.yes };
  const scope = scopeOf(layers, request);
  const deny = denyOf(algebra, layers, { request, scope });
  if (algebra.isYes(deny)) return { deny, allow: algebra.no };
  const core = coreOf(algebra, layers, { request, scope });
  if (algebra.isNo(core)) return { deny, allow: core };
  return { deny, allow: algebra.and(core, guardsOf(algebra, layers, { request, scope })) };
}

interface Asked {
  readonly request: PreparedRequest;
  readonly scope: Scope;
}

function readerOf(reading: Reading, request: PreparedRequest, layers: CompiledLayers): Reader {
  return { reading, request, hasBoundary: layers.boundary !== null };
}

function denyOf<T>(algebra: Algebra<T>, layers: CompiledLayers, { request, scope }: Asked): T {
  if (isProtected(request) || rootCannotAssume(request) || isPublicAccessBlocked(layers.settings, request)) return algebra.yes;
  const plain = readerOf('plain', request, layers);
  const filter = readerOf('filter', request, layers);
  let deny = algebra.no;
  if (scope.identity) {
    deny = alsoDenied(algebra, deny, { policies: layers.identity, reader: plain });
    deny = alsoDenied(algebra, deny, { policies: layers.boundary, reader: plain });
    deny = alsoDenied(algebra, deny, { policies: layers.session, reader: plain });
  }
  if (scope.scp) for (const { policies } of layers.scp) deny = alsoDenied(algebra, deny, { policies, reader: plain });
  if (layers.resource !== null && !isOwnersRescue(request)) {
    deny = alsoDenied(algebra, deny, { policies: layers.resource, reader: readerOf('resource', request, layers) });
  }
  if (scope.rcp) for (const { policies } of layers.rcp) deny = alsoDenied(algebra, deny, { policies, reader: filter });
  return alsoDenied(algebra, deny, { policies: layers.vpce, reader: filter });
}

interface Read {
  readonly policies: readonly CompiledPolicy[] | null;
  readonly reader: Reader;
}

function alsoDenied<T>(algebra: Algebra<T>, deny: T, { policies, reader }: Read): T {
  return policies === null || policies.length === 0 || algebra.isYes(deny) ? deny : algebra.or(deny, deniedBy(algebra, policies, reader));
}

const RESCUES = new Set(['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy']);

/** The root user of the bucket's account can always repair its policy. Source: Amazon S3 User Guide, "Bucket policies". */
export function isOwnersRescue({ principal, isSameAccount, action }: PreparedRequest): boolean {
  return principal.kind === 'root' && isSameAccount && RESCUES.has(action);
}

function deniedBy<T>(algebra: Algebra<T>, policies: readonly CompiledPolicy[], reader: Reader): T {
  let deny = algebra.no;
  for (const policy of policies) {
    const candidates = policy.candidates(reader.request.action);
    for (const statement of candidates.deny.about(reader.request.resource)) {
      const value = algebra.denies(statement, actionOf(candidates, statement), reader);
      if (algebra.isYes(value)) return value;
      if (!algebra.isNo(value)) deny = algebra.or(deny, value);
    }
  }
  return deny;
}

function allowedBy<T>(algebra: Algebra<T>, policies: readonly CompiledPolicy[], reader: Reader): T {
  let allow = algebra.no;
  for (const policy of policies) {
    const candidates = policy.candidates(reader.request.action);
    for (const statement of candidates.allow.about(reader.request.resource)) {
      if (lacksResource(statement, reader.reading)) continue;
      const value = algebra.allows(statement, actionOf(candidates, statement), reader);
      if (algebra.isYes(value)) return value;
      if (!algebra.isNo(value)) allow = algebra.or(allow, value);
    }
  }
  return allow;
}

/** SCPs and RCPs of every level, and the endpoint's policy. */
function guardsOf<T>(algebra: Algebra<T>, layers: CompiledLayers, { request, scope }: Asked): T {
  let guard = algebra.yes;
  if (scope.scp) guard = levels(algebra, layers.scp, readerOf('plain', request, layers));
  if (scope.rcp && !algebra.isNo(guard)) guard = algebra.and(guard, levels(algebra, layers.rcp, readerOf('filter', request, layers)));
  if (layers.vpce === null || algebra.isNo(guard)) return guard;
  return algebra.and(guard, allowedBy(algebra, layers.vpce, readerOf('filter', request, layers)));
}

function levels<T>(algebra: Algebra<T>, all: readonly CompiledLevel[], reader: Reader): T {
  let guard = algebra.yes;
  for (const { policies, isOpen } of all) {
    if (isOpen) continue;
    guard = algebra.and(guard, allowedBy(algebra, policies, reader));
    if (algebra.isNo(guard)) return guard;
  }
  return guard;
}

/** A session of GetFederationToken that was given no policy has no permissions of its own. Source: AWS STS API reference, GetFederationToken. */
export function sessionOf({ session }: CompiledLayers, { principal }: PreparedRequest): readonly CompiledPolicy[] | null {
  return session ?? (principal.kind === 'federated-user' ? [] : null);
}

/** What identity and resource allow together. */
function coreOf<T>(algebra: Algebra<T>, layers: CompiledLayers, { request, scope }: Asked): T {
  const ways = waysOfResource(algebra, layers, request);
  const anyWay = algebra.or(algebra.or(ways.account, ways.role), algebra.or(ways.user, ways.direct));
  if (!isOfAccount(request.principal)) return anyWay;
  const { isSameAccount, isTrustOrKey } = request;
  if (!scope.identity) {
    // The root user: all of its own account, but what trusts nobody by itself; elsewhere what is granted to it.
    return isSameAccount && !isTrustOrKey ? algebra.yes : anyWay;
  }
  const plain = readerOf('plain', request, layers);
  const session = sessionOf(layers, request);
  const limited = algebra.and(
    layers.boundary === null ? algebra.yes : allowedBy(algebra, layers.boundary, plain),
    session === null ? algebra.yes : allowedBy(algebra, session, plain),
  );
  const own = (): T => (algebra.isNo(limited) ? algebra.no : algebra.and(limited, allowedBy(algebra, layers.identity, plain)));
  if (!isSameAccount) return algebra.isNo(anyWay) ? anyWay : algebra.and(anyWay, own());
  // A grant to the user is not limited, unless a session policy makes the user a federated session; a grant to the role always is.
  const user = session === null ? ways.user : algebra.and(ways.user, limited);
  const named = algebra.or(ways.direct, algebra.or(user, algebra.and(ways.role, limited)));
  if (algebra.isYes(named)) return named;
  return algebra.or(named, isTrustOrKey ? (algebra.isNo(ways.account) ? algebra.no : algebra.and(ways.account, own())) : own());
}

/** The resource's policy, its ACL and its grants. */
export function waysOfResource<T>(algebra: Algebra<T>, layers: CompiledLayers, request: PreparedRequest): Ways<T> {
  let ways = algebra.nowhere;
  const reader = readerOf('resource', request, layers);
  for (const policy of layers.resource ?? []) {
    const candidates = policy.candidates(request.action);
    for (const statement of candidates.allow.about(request.resource)) {
      ways = joinWays(algebra, ways, algebra.allowsBy(statement, actionOf(candidates, statement), reader));
    }
  }
  if (layers.settings.acl.length > 0) ways = joinWays(algebra, ways, waysOfAcl(algebra, layers.settings, request));
  if (layers.settings.kmsGrants.length > 0) ways = joinWays(algebra, ways, waysOfGrants(algebra, layers.settings, request));
  return ways;
}

export function joinWays<T>(algebra: Algebra<T>, a: Ways<T>, b: Ways<T>): Ways<T> {
  if (b === algebra.nowhere) return a;
  if (a === algebra.nowhere) return b;
  return {
    account: algebra.or(a.account, b.account),
    role: algebra.or(a.role, b.role),
    user: algebra.or(a.user, b.user),
    direct: algebra.or(a.direct, b.direct),
  };
}
