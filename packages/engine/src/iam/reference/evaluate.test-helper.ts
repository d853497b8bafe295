/**
 * A slow evaluator of AWS policies that can be read against the documentation: no preparation, no short cuts, every statement looked at for
 * every request. The compiled evaluator is compared with it. Source: IAM guide, "Policy evaluation logic"; the exceptions name theirs.
 */
import { contextOf } from './context.test-helper.ts';
import { isPublic } from './public.test-helper.ts';
import { aclGrants, kmsGrants } from './overlays.test-helper.ts';
import { RCP_SERVICES } from './rcp-services.test-helper.ts';
import type { Row, Statement } from './row.test-helper.ts';
import { levelsOf, statementsOf } from './row.test-helper.ts';
import { applies } from './statements.test-helper.ts';
import type { Three } from './three.test-helper.ts';
import { all, known, not, some } from './three.test-helper.ts';
import type { Naming, Who } from './who.test-helper.ts';
import { deniedByNotPrincipal, isServiceLinked, named, whoIs } from './who.test-helper.ts';

export interface Answer {
  readonly decision: 'allow' | 'implicit-deny' | 'explicit-deny';
  /** Only in discovery: the decision holds for some values of the unknown keys, not for all (an implicit deny may be an explicit one). */
  readonly conditional: boolean;
}

interface Outcome {
  readonly allow: Three;
  readonly deny: Three;
}

/** Decides one row as `iam evaluate` would. */
export function evaluateByReference(row: Row): Answer {
  const who = whoIs(row.request.principal);
  // STS API reference, GetCallerIdentity: needs no permission and cannot be denied.
  if (row.request.action.toLowerCase() === 'sts:getcalleridentity' && who.kind !== 'anonymous' && who.kind !== 'federated')
    return { decision: 'allow', conditional: false };
  const layers = layersOf(row, who);
  const denied = some([...layers.limits.map((limit) => limit.deny), layers.resourceDeny]);
  const granted = all([...layers.limits.map((limit) => limit.allow), grantOf(row, who, layers)]);
  const blocked = isBlocked(row, who);
  const allowed = all([granted, not(denied), known(!blocked)]);
  if (allowed !== 'no') return { decision: 'allow', conditional: allowed === 'unknown' };
  if (denied === 'yes' || blocked) return { decision: 'explicit-deny', conditional: false };
  return { decision: 'implicit-deny', conditional: denied === 'unknown' };
}

interface Layers {
  /** Each of these must allow, whatever grants the access; `deny` of any ends it. */
  readonly limits: readonly Outcome[];
  readonly identity: Three;
  readonly boundary: Three;
  readonly session: Three;
  readonly resource: Readonly<Record<Naming, Three>>;
  readonly resourceDeny: Three;
}

function layersOf(row: Row, who: Who): Layers {
  const { policies } = row;
  const look = contextOf(row, who);
  const outcome = (statements: readonly Statement[], principals: boolean): Outcome => {
    const of = (effect: string): Three =>
      some(
        statements
          .filter(({ body }) => body.Effect === effect && (!principals || concerns(body, who, row)))
          .map((statement) => applies(statement, row, look, principals)),
      );
    return { allow: of('Allow'), deny: of('Deny') };
  };
  const hasIdentity = isIamEntity(who);
  const nothing: Outcome = { allow: 'yes', deny: 'no' };
  const optional = (layer: unknown, when: boolean): Outcome =>
    layer === null || layer === undefined || !when ? nothing : outcome(statementsOf(layer), false);
  const identity = hasIdentity ? outcome(statementsOf(policies.identity), false) : nothing;
  const boundary = optional(policies.boundary, hasIdentity);
  const session = optional(policies.session, hasIdentity);
  const scp = hasScp(row, who) ? levelsOf(policies.scp).map((level) => outcome(level, false)) : [];
  const rcp = hasRcp(row, who) ? levelsOf(policies.rcp).map((level) => withFullAccess(level, outcome(level, true))) : [];
  const endpoint = policies.vpce === null || policies.vpce === undefined ? [] : [outcome(statementsOf(policies.vpce), true)];
  const denies: Outcome[] = [identity, boundary, session].map(({ deny }) => ({ allow: 'yes', deny }));
  return {
    limits: [...scp, ...rcp, ...endpoint, ...denies],
    identity: identity.allow,
    boundary: boundary.allow,
    // STS reference, GetFederationToken: without a session policy there is nothing but what resource policies give.
    session: who.kind === 'federated-user' && (policies.session ?? null) === null ? 'no' : session.allow,
    resource: grantsByNaming(statementsOf(policies.resource), row, who),
    resourceDeny: outcome(statementsOf(policies.resource), true).deny,
  };
}

/** Organizations guide, RCPs: RCPFullAWSAccess stands at every level and cannot be taken away, so denies alone are handed in without it. */
function withFullAccess(level: readonly Statement[], outcome: Outcome): Outcome {
  return level.some(({ body }) => body.Effect === 'Allow') ? outcome : { ...outcome, allow: 'yes' };
}

/** In policies with principals: does the statement speak of this caller at all? */
function concerns(body: Statement['body'], who: Who, row: Row): boolean {
  if (body.Effect === 'Deny' && body.NotPrincipal !== undefined) {
    const { boundary } = row.policies;
    return deniedByNotPrincipal(body.NotPrincipal, who, isIamEntity(who) && boundary !== null && boundary !== undefined);
  }
  return named(body, who) !== null;
}

function grantsByNaming(statements: readonly Statement[], row: Row, who: Who): Readonly<Record<Naming, Three>> {
  const look = contextOf(row, who);
  const of = (naming: Naming): Three =>
    some(
      statements
        .filter(({ body }) => body.Effect === 'Allow' && named(body, who) === naming)
        .map((statement) => applies(statement, row, look, true)),
    );
  return {
    direct: some([of('direct'), known(kmsGrants(row, who))]),
    role: of('role'),
    account: some([of('account'), known(aclGrants(row, who))]),
  };
}

/** What grants the access, leaving the limits aside that hold for every kind of grant. */
function grantOf(row: Row, who: Who, layers: Layers): Three {
  const { identity, boundary, session, resource } = layers;
  const anyNaming = some([resource.direct, resource.role, resource.account]);
  if (who.account === null || who.kind === 'federated') return anyNaming;
  const own = all([identity, boundary, session]);
  const isHome = row.request.resourceAccount === who.account;
  // "Cross-account policy evaluation logic": both accounts must allow.
  if (!isHome) return all([anyNaming, own]);
  const byRole = all([resource.role, boundary, session]);
  // Trust policies and key policies must allow explicitly; naming the account hands the decision to its identity policies.
  const byIdentity = mustNamePrincipals(row) ? all([resource.account, own]) : own;
  return some([byIdentity, resource.direct, byRole]);
}

function mustNamePrincipals({ request }: Row): boolean {
  const action = request.action.toLowerCase();
  if (action.startsWith('sts:')) return /^arn:[^:]*:iam::\d{12}:role\//.test(request.resource);
  return action.startsWith('kms:') && /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(request.resource);
}

function isIamEntity(who: Who): boolean {
  return who.kind === 'user' || who.kind === 'role' || who.kind === 'session' || who.kind === 'federated-user';
}

/** Organizations guide, SCPs: they limit users, roles and the root user of member accounts; not service-linked roles, not the management account. */
function hasScp({ settings }: Row, who: Who): boolean {
  return (isIamEntity(who) || who.kind === 'root') && !isServiceLinked(who) && who.account !== (settings?.managementAccount ?? '');
}

/** Organizations guide, RCPs: whoever asks, for the services that support them; not service-linked roles. */
function hasRcp({ request, settings }: Row, who: Who): boolean {
  if (request.resourceAccount !== null && request.resourceAccount === settings?.managementAccount) return false;
  return RCP_SERVICES.has(request.action.split(':')[0]?.toLowerCase() ?? '') && !isServiceLinked(who);
}

/** RestrictPublicBuckets: a public policy serves only the bucket's own account and AWS services. */
function isBlocked(row: Row, who: Who): boolean {
  if (row.settings?.s3BlockPublicAccess !== true || !row.request.action.toLowerCase().startsWith('s3:')) return false;
  if (who.kind === 'service') return false;
  if (who.kind !== 'federated' && who.account !== null && who.account === row.request.resourceAccount) return false;
  return isPublic(statementsOf(row.policies.resource));
}
