/** What of S3 decides beside policies: Block Public Access and access control lists. Source: Amazon S3 user guide, read 2026-11-22. */
import type { EntityContext, EntityReader } from '../entity.ts';
import type { AwsIdentityEntity, AwsS3AclGrant, AwsS3PublicAccess } from '../identity.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { Fields } from './fields.ts';
import { part } from './identity-principals.ts';

const publicAccess: EntityReader<AwsIdentityEntity> = {
  types: [
    'aws_s3_account_public_access_block',
    'aws_s3_bucket_public_access_block',
    'AWS::S3::Bucket',
    'aws_s3_access_point',
    'AWS::S3::AccessPoint',
  ],
  read(block, context) {
    const fields = Fields.of(block, context);
    const { type } = context.declared;
    if (type === 'aws_s3_account_public_access_block') return [switches(fields, context.base, undefined)];
    if (type === 'aws_s3_bucket_public_access_block') return [switches(fields, context.base, fields.text('bucket'))];
    const nested = fields.nested('public_access_block_configuration', 'PublicAccessBlockConfiguration');
    const isAccessPoint = type !== 'AWS::S3::Bucket';
    if (!nested.block.exists && !isAccessPoint && !nested.block.uncertain) return undecidedOrNone(fields, context);
    const entity = switches(nested, part(context, '#public-access'), context.arn);
    // Access points have all four on unless they say otherwise.
    return [isAccessPoint && !nested.block.exists ? { ...entity, ...ALL_ON } : entity];
  },
};

const ALL_ON = { blockAcls: true, ignoreAcls: true, blockPolicy: true, restrictBuckets: true } as const;

/** Where it could not be read, nobody knows its switches. */
function undecidedOrNone(fields: Fields, context: EntityContext): readonly AwsIdentityEntity[] {
  const value = fields.block.value('PublicAccessBlockConfiguration');
  if (value?.kind !== 'unknown') return [];
  const undecided = { undecided: value.reason };
  const all = { blockAcls: undecided, ignoreAcls: undecided, blockPolicy: undecided, restrictBuckets: undecided };
  return [{ ...part(context, '#public-access'), kind: 'aws.s3-public-access', resource: context.arn, ...all }];
}

function switches(fields: Fields, base: EntityContext['base'], resource: Known<string | undefined>): AwsS3PublicAccess {
  return {
    ...base,
    kind: 'aws.s3-public-access',
    resource,
    blockAcls: fields.flag('block_public_acls', 'BlockPublicAcls'),
    ignoreAcls: fields.flag('ignore_public_acls', 'IgnorePublicAcls'),
    blockPolicy: fields.flag('block_public_policy', 'BlockPublicPolicy'),
    restrictBuckets: fields.flag('restrict_public_buckets', 'RestrictPublicBuckets'),
  };
}

const lists: EntityReader<AwsIdentityEntity> = {
  types: ['aws_s3_bucket', 'aws_s3_bucket_acl', 'aws_s3_bucket_ownership_controls', 'AWS::S3::Bucket'],
  read(block, context) {
    const fields = Fields.of(block, context);
    const { type } = context.declared;
    const base = { ...(type.endsWith('ucket') ? part(context, '#acl') : context.base), kind: 'aws.s3-acl' as const };
    const bucket = type.endsWith('ucket') ? context.arn : fields.text('bucket');
    if (type === 'aws_s3_bucket_ownership_controls')
      return [{ ...base, bucket, ownership: fields.nested('rule').text('object_ownership'), grants: undefined }];
    const canned = fields.text('acl', 'AccessControl');
    const listed = type === 'aws_s3_bucket_acl' ? fields.nested('access_control_policy').each('grant') : fields.each('grant', 'Grants');
    const written = listed.fields.flatMap((each) => grantsIn(each));
    const ownership = fields.isTerraform
      ? undefined
      : fields.nested('', 'OwnershipControls').each('', 'Rules').fields[0]?.text('ObjectOwnership');
    const grants = isUndecided(canned)
      ? canned
      : listed.rest !== null
        ? { undecided: listed.rest }
        : [...written, ...(CANNED[(canned ?? '').toLowerCase().replaceAll('-', '')] ?? [])];
    if (ownership === undefined && !isUndecided(grants) && grants.length === 0) return [];
    return [{ ...base, bucket, ownership, grants }];
  },
};

const read = (grantee: string): AwsS3AclGrant => ({ grantee, permission: 'READ' });

/** By lower-case letters: `public-read` and `PublicRead`. Source: Amazon S3 user guide, "Canned ACL", read 2026-11-22. */
const CANNED: Readonly<Record<string, readonly AwsS3AclGrant[]>> = {
  publicread: [read('AllUsers')],
  publicreadwrite: [read('AllUsers'), { grantee: 'AllUsers', permission: 'WRITE' }],
  authenticatedread: [read('AuthenticatedUsers')],
  logdeliverywrite: [
    { grantee: 'LogDelivery', permission: 'WRITE' },
    { grantee: 'LogDelivery', permission: 'READ_ACP' },
  ],
};

const PERMISSIONS = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'] as const;

function grantsIn(fields: Fields): readonly AwsS3AclGrant[] {
  const grantee = fields.nested('grantee', 'Grantee');
  const holder = grantee.block.exists ? grantee : fields;
  const [uri, id] = [holder.text('uri', 'URI'), holder.text('id', 'ID')];
  const who = typeof uri === 'string' ? uri.slice(uri.lastIndexOf('/') + 1) : id;
  if (typeof who !== 'string') return [];
  const single = fields.text('permission', 'Permission');
  const permissions = typeof single === 'string' ? [single] : fields.list('permissions').items;
  return PERMISSIONS.filter((each) => permissions.includes(each)).map((permission) => ({ grantee: who, permission }));
}

export const s3AccessReaders: readonly EntityReader<AwsIdentityEntity>[] = [publicAccess, lists];
