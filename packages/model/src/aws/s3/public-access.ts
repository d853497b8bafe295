/** How an S3 bucket becomes public: by ACL or by policy, unless block public access stands in the way. Shared by read and write checks. */
import { allOf, any, anyOf, aside, find, shown, unlessOutside, which } from '../../check/index.ts';
import type { PolicyStatement } from '../../policy/index.ts';
import { anyStatement, coversAction, findStatement, grantsEveryone } from '../../policy/index.ts';
import type { AclGrant, PublicAccessBlock, S3Bucket } from './bucket/shape.ts';

export interface PublicAccess {
  readonly through: 'acl' | 'policy';
  /** The canned ACL, the grantee group, or the statement's first action. */
  readonly detail: string;
}

/** Canned ACLs that grant a predefined group. Source: Amazon S3 User Guide, "Access control list (ACL) overview", read 2026-11-22. */
const publicAcls = { read: ['public-read', 'public-read-write', 'authenticated-read'], write: ['public-read-write'] } as const;
/** ACL permissions by what they let the grantee do with objects or the ACL itself. */
const permissions = { read: ['READ', 'READ_ACP', 'FULL_CONTROL'], write: ['WRITE', 'WRITE_ACP', 'FULL_CONTROL'] } as const;
const actions = {
  read: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketAcl', 's3:GetObjectAcl'],
  write: [
    's3:PutObject',
    's3:DeleteObject',
    's3:DeleteObjectVersion',
    's3:PutObjectAcl',
    's3:PutBucketAcl',
    's3:PutBucketPolicy',
    's3:DeleteBucket',
  ],
} as const;

/**
 * A way in which anybody may read (or write); undefined when there is certainly none. "Anybody" includes every AWS account. An ACL or
 * policy of a bucket that is elsewhere is judged by what it grants: whether that bucket blocks public access is not in this code. Source:
 * Amazon S3 User Guide, "Blocking public access": the most restrictive of the bucket's and the account's settings holds, read 2026-11-22.
 */
export function publicAccess(bucket: S3Bucket, kind: 'read' | 'write'): PublicAccess | undefined {
  const ways = { policy: byPolicy, acl: byAcl };
  const way = which({ policy: () => byPolicy(bucket, kind) !== undefined, acl: () => byAcl(bucket, kind) !== undefined });
  return way === 'policy' || way === 'acl' ? ways[way](bucket, kind) : undefined;
}

function byPolicy(bucket: S3Bucket, kind: 'read' | 'write'): PublicAccess | undefined {
  const matches = (statement: PolicyStatement): boolean =>
    grantsEveryone(statement) && actions[kind].some((action) => coversAction(statement, action));
  const isOpen = allOf(
    () => anyStatement(bucket.policy, matches),
    () => !isBlocked(bucket, ['restrictPublicBuckets', 'blockPublicPolicy']),
  );
  if (!isOpen) return undefined;
  const statement = findStatement(bucket.policy, matches);
  return statement && { through: 'policy', detail: statement.actions.length > 0 ? (statement.actions[0] ?? '') : 'NotAction' };
}

function byAcl(bucket: S3Bucket, kind: 'read' | 'write'): PublicAccess | undefined {
  const isGranted = (each: AclGrant): boolean => isPublicGroup(each.uri) && permissions[kind].some((name) => name === each.permission);
  const isCanned = (): boolean => publicAcls[kind].some((name) => name === bucket.acl);
  const isOpen = allOf(
    () => anyOf(isCanned, () => any(bucket.grants, isGranted)),
    () => !isBlocked(bucket, ['ignorePublicAcls', 'blockPublicAcls']),
  );
  if (!isOpen) return undefined;
  return { through: 'acl', detail: shown(() => find(bucket.grants, isGranted)?.uri) ?? bucket.acl };
}

/** `stops`: what holds against all that there is; `refuses`: what holds against new grants only. The bucket's own, or the account's. */
function isBlocked(bucket: S3Bucket, [stops, refuses]: readonly [keyof PublicAccessBlock, keyof PublicAccessBlock]): boolean {
  const isOn = (of: 'publicAccessBlock' | 'accountBlock') => (): boolean =>
    unlessOutside(
      () =>
        anyOf(
          () => bucket[of][stops],
          () => !aside(() => bucket.hasOlderGrants) && bucket[of][refuses],
        ),
      false,
    );
  return anyOf(isOn('publicAccessBlock'), isOn('accountBlock'));
}

function isPublicGroup(uri: string | undefined): boolean {
  return uri !== undefined && /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/.test(uri);
}

/** The first of the four switches that is certainly off; undefined when all are on. */
export function openSwitch(block: PublicAccessBlock): string | undefined {
  return which({
    BlockPublicAcls: () => !block.blockPublicAcls,
    IgnorePublicAcls: () => !block.ignorePublicAcls,
    BlockPublicPolicy: () => !block.blockPublicPolicy,
    RestrictPublicBuckets: () => !block.restrictPublicBuckets,
  });
}

/** Is a switch on, be it the bucket's own or the account's? */
export function isSwitchOn(bucket: S3Bucket, name: keyof PublicAccessBlock): boolean {
  return anyOf(
    () => bucket.publicAccessBlock[name],
    () => unlessOutside(() => bucket.accountBlock[name], false),
  );
}

/** The first of the four switches that neither the bucket nor its account turns on; undefined when all are on. */
export function openBucketSwitch(bucket: S3Bucket): string | undefined {
  return which({
    BlockPublicAcls: () => !isSwitchOn(bucket, 'blockPublicAcls'),
    IgnorePublicAcls: () => !isSwitchOn(bucket, 'ignorePublicAcls'),
    BlockPublicPolicy: () => !isSwitchOn(bucket, 'blockPublicPolicy'),
    RestrictPublicBuckets: () => !isSwitchOn(bucket, 'restrictPublicBuckets'),
  });
}
