/** Rules of single services that stand outside of policies. */
import type { Algebra, Ways } from './algebra.ts';
import type { Formula } from './formula.ts';
import type { PreparedRequest } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { CompiledSettings } from './settings.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, both } from '../three.ts';
import type { AclGrant, KmsGrant } from './types.ts';
import { namedBy } from './who.ts';
import { isOfAccount } from './principal.ts';

/** Source: Amazon S3 User Guide, "Blocking public access": RestrictPublicBuckets leaves AWS services and the bucket's own account. */
export function isPublicAccessBlocked(settings: CompiledSettings, { service, principal, isSameAccount }: PreparedRequest): boolean {
  return settings.isRestrictedBucket && service === 's3' && principal.kind !== 'service' && !isSameAccount;
}

/** Changes that only AWS makes to roles of its services, in IAM. Source: IAM User Guide, "Service-linked roles" and IAM Identity Center User Guide. */
const ROLE_CHANGES = new Set([
  ...['iam:attachrolepolicy', 'iam:createrole', 'iam:deleterole', 'iam:deleterolepermissionsboundary', 'iam:deleterolepolicy'],
  ...['iam:detachrolepolicy', 'iam:putrolepermissionsboundary', 'iam:putrolepolicy', 'iam:updateassumerolepolicy', 'iam:updaterole'],
  ...['iam:updateroledescription', 'iam:tagrole', 'iam:untagrole', 'iam:addroletoinstanceprofile', 'iam:removerolefrominstanceprofile'],
]);
/** What AWS leaves to the owner of a service-linked role. */
const LINKED_CHANGES = new Set(['iam:updateroledescription', 'iam:tagrole', 'iam:untagrole', 'iam:updaterole']);
const POLICY_CHANGES = new Set([
  ...[
    'iam:createpolicyversion',
    'iam:deletepolicy',
    'iam:deletepolicyversion',
    'iam:setdefaultpolicyversion',
    'iam:tagpolicy',
    'iam:untagpolicy',
  ],
]);
const ALIAS_CHANGES = new Set(['kms:createalias', 'kms:deletealias', 'kms:updatealias']);

/** Roles that AWS keeps for itself, its managed policies, its aliases of keys: no permission changes them. */
export function isProtected({ action, resource, principal }: PreparedRequest): boolean {
  const [, , service, , account, rest = ''] = resource.parts ?? [];
  if (principal.kind === 'service' || principal.isServiceLinked) return false;
  if (service === 'kms') return rest.startsWith('alias/aws/') && ALIAS_CHANGES.has(action);
  if (service !== 'iam') return false;
  if (account === 'aws') return rest.startsWith('policy/') && POLICY_CHANGES.has(action);
  if (rest.startsWith('role/aws-reserved/')) return ROLE_CHANGES.has(action);
  return rest.startsWith('role/aws-service-role/') && ROLE_CHANGES.has(action) && !LINKED_CHANGES.has(action);
}

/** Source: AWS STS API reference, AssumeRole: "You cannot use AWS account root user credentials". */
export function rootCannotAssume({ principal, action }: PreparedRequest): boolean {
  return principal.kind === 'root' && action === 'sts:assumerole';
}

/** Source: Amazon S3 User Guide, "ACL permissions and access policy permissions". */
const ACL_ACTIONS: Readonly<Record<AclGrant['on'], Readonly<Record<Exclude<AclGrant['permission'], 'FULL_CONTROL'>, readonly string[]>>>> =
  {
    bucket: {
      READ: ['s3:listbucket', 's3:listbucketversions', 's3:listbucketmultipartuploads'],
      WRITE: ['s3:putobject'],
      READ_ACP: ['s3:getbucketacl'],
      WRITE_ACP: ['s3:putbucketacl'],
    },
    object: {
      READ: ['s3:getobject', 's3:getobjectversion'],
      WRITE: [],
      READ_ACP: ['s3:getobjectacl', 's3:getobjectversionacl'],
      WRITE_ACP: ['s3:putobjectacl', 's3:putobjectversionacl'],
    },
  };

export function aclCovers({ permission, on }: AclGrant, action: string): boolean {
  const byPermission = ACL_ACTIONS[on];
  return permission === 'FULL_CONTROL'
    ? Object.values(byPermission).some((all) => all.includes(action))
    : byPermission[permission].includes(action);
}

/** An entry of an ACL names an account, or everybody. */
export function waysOfAcl<T>(algebra: Algebra<T>, settings: CompiledSettings, request: PreparedRequest): Ways<T> {
  let ways = algebra.nowhere;
  if (request.service !== 's3') return ways;
  for (const grant of settings.acl) {
    if (!aclCovers(grant, request.action)) continue;
    const { kind, value } = granteeMatch(grant.grantee, settings.ignorePublicAcls, request);
    const about: Formula = { kind: 'unknown-value', element: 'principal', text: grant.grantee };
    const lifted = algebra.lift(request.isStrict && value === MAYBE ? NO : value, about);
    ways = joinWay(algebra, ways, kind, lifted);
  }
  return ways;
}

function joinWay<T>(algebra: Algebra<T>, ways: Ways<T>, kind: 'direct' | 'account', value: T): Ways<T> {
  const joined = algebra.or(ways[kind], value);
  return kind === 'direct' ? { ...ways, direct: joined } : { ...ways, account: joined };
}

function granteeMatch(
  grantee: string,
  ignorePublic: boolean,
  request: PreparedRequest,
): { readonly kind: 'direct' | 'account'; readonly value: Three } {
  const { principal } = request;
  const group = grantee.slice(grantee.lastIndexOf('/') + 1);
  if (group === 'AllUsers') return { kind: 'direct', value: ignorePublic ? NO : YES };
  if (group === 'AuthenticatedUsers') return { kind: 'direct', value: !ignorePublic && isOfAccount(principal) ? YES : NO };
  if (group === 'LogDelivery')
    return { kind: 'direct', value: principal.kind === 'service' && principal.id === 'logging.s3.amazonaws.com' ? YES : NO };
  if (/^\d{12}$/.test(grantee)) return { kind: 'account', value: principal.account === grantee ? YES : NO };
  if (principal.canonicalUserId !== null) {
    return { kind: principal.kind === 'anonymous' ? 'direct' : 'account', value: principal.canonicalUserId === grantee ? YES : NO };
  }
  return { kind: 'account', value: isOfAccount(principal) ? MAYBE : NO };
}

/** Source: AWS KMS Developer Guide, "Grants in AWS KMS": a grant allows by itself within the account, like the key's policy. */
export function waysOfGrants<T>(algebra: Algebra<T>, settings: CompiledSettings, request: PreparedRequest): Ways<T> {
  let ways = algebra.nowhere;
  if (request.service !== 'kms') return ways;
  for (const grant of settings.kmsGrants) {
    const value = grantCovers(grant, request);
    if (value === NO) continue;
    const type = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(grant.grantee) ? 'Service' : 'AWS';
    const named = namedBy({ not: false, entries: [{ type, value: grant.grantee }] }, request);
    const about: Formula = {
      kind: 'test',
      operator: 'StringEquals',
      key: 'kms:EncryptionContext',
      values: contextTexts(grant),
      keyClass: 'attacker-settable',
    };
    const lift = (way: Three): T => algebra.lift(request.isStrict && both(way, value) === MAYBE ? NO : both(way, value), about);
    ways = {
      account: algebra.or(ways.account, lift(named.account)),
      role: algebra.or(ways.role, lift(named.role)),
      user: algebra.or(ways.user, lift(named.user)),
      direct: algebra.or(ways.direct, lift(named.direct)),
    };
  }
  return ways;
}

function contextTexts({ encryptionContext }: KmsGrant): readonly string[] {
  return Object.entries(encryptionContext?.pairs ?? {}).map(([key, value]) => `${key}=${value}`);
}

const CONTEXT = 'kms:encryptioncontext:';

export function grantCovers({ operations, encryptionContext }: KmsGrant, { action, context, isStrict }: PreparedRequest): Three {
  if (!operations.some((operation) => `kms:${operation.toLowerCase()}` === action)) return NO;
  if (!encryptionContext) return YES;
  const given = context.below(CONTEXT);
  let least: Three = YES;
  for (const [key, wanted] of Object.entries(encryptionContext.pairs)) {
    const values = context.get(`${CONTEXT}${key.toLowerCase()}`);
    if (values === UNKNOWN) least = MAYBE;
    else if (values?.length !== 1 || values[0] !== wanted) return NO;
  }
  if (encryptionContext.kind === 'equals' && given.size > Object.keys(encryptionContext.pairs).length) return NO;
  // In discovery mode further pairs may be there that nobody told.
  return encryptionContext.kind === 'equals' && !isStrict && given.size === 0 ? MAYBE : least;
}
