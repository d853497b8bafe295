import type { BlockReader, FieldsOf, Leaf, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, firstPresent, mapLeaf, nowhere, object, outside, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { accountBlock, publicAccessBlock } from '../public-access-block.ts';
import type { AclGrant, BucketEncryption, LifecycleRule, ReplicationRule, S3Bucket } from './shape.ts';

/** Source: hashicorp/aws provider documentation, aws_s3_bucket and its companion resources, read 2026-11-22. */
export const terraform = defineTerraform<S3Bucket>({
  types: ['aws_s3_bucket'],
  satellites: {
    aws_s3_bucket_public_access_block: 'bucket',
    aws_s3_bucket_acl: 'bucket',
    aws_s3_bucket_policy: 'bucket',
    aws_s3_bucket_server_side_encryption_configuration: 'bucket',
    aws_s3_bucket_versioning: 'bucket',
    aws_s3_bucket_logging: 'bucket',
    aws_s3_bucket_object_lock_configuration: 'bucket',
    aws_s3_bucket_ownership_controls: 'bucket',
    aws_s3_bucket_lifecycle_configuration: 'bucket',
    aws_s3_bucket_replication_configuration: 'bucket',
    aws_s3_bucket_notification: 'bucket',
  },
  single: [
    'aws_s3_bucket_public_access_block',
    'aws_s3_bucket_acl',
    'aws_s3_bucket_policy',
    'aws_s3_bucket_server_side_encryption_configuration',
    'aws_s3_bucket_versioning',
    'aws_s3_bucket_ownership_controls',
    'aws_s3_bucket_lifecycle_configuration',
  ],
  identity: ['bucket'],
  read(bucket, context): FieldsOf<S3Bucket> {
    const acl = firstPresent(context.satellite('aws_s3_bucket_acl'), bucket);
    const policy = firstPresent(context.satellite('aws_s3_bucket_policy'), bucket);
    const logging = firstPresent(context.satellite('aws_s3_bucket_logging'), bucket.block('logging'));
    return {
      publicAccessBlock: publicAccessBlock(context.satellite('aws_s3_bucket_public_access_block')),
      accountBlock: accountBlock(bucket, context),
      hasOlderGrants: byDefault(false, bucket.place),
      policyIsPublic: outside('only AWS says it', bucket.place),
      hasPublicAccessBlock: context.satellite('aws_s3_bucket_public_access_block').isSet('bucket'),
      acl: acl.string('acl', { default: 'private' }),
      grants: grants(bucket, context),
      policy: policyOf(policy, 'policy'),
      encryption: encryption(bucket, context),
      versioning: versioning(bucket, context),
      objectLock: objectLock(bucket, context),
      accessLogging: logging.isSet('target_bucket'),
      bucketName: bucket.text('bucket'),
      objectOwnership: context
        .satellite('aws_s3_bucket_ownership_controls')
        .block('rule')
        .string('object_ownership', { default: 'BucketOwnerEnforced' }),
      lifecycleRules: lifecycleRules(bucket, context),
      replicationRules: replicationRules(bucket, context),
      sendsEvents: sendsEvents(bucket, context),
      tags: context.tags(bucket),
    };
  },
});

/** Companion: `access_control_policy { grant { grantee { uri } permission } }`; legacy inline: `grant { uri, permissions = [] }`. */
function grants(bucket: BlockReader, context: ReaderContext): ListNode<AclGrant> {
  const policy = context.satellite('aws_s3_bucket_acl').block('access_control_policy');
  if (policy.exists) {
    return policy.list<AclGrant>('grant', (grant) =>
      object<AclGrant>({ uri: grant.block('grantee').string('uri'), permission: grant.string('permission', { default: '' }) }, grant.place),
    );
  }
  const inline = bucket.list<AclGrant>('grant', (grant) =>
    object<AclGrant>({ uri: grant.string('uri'), permission: grant.string('permission', { default: '' }) }, grant.place),
  );
  const each = bucket.blocks('grant').readers.flatMap((grant) =>
    grant.strings('permissions').items.map((permission) => ({
      node: object<AclGrant>({ uri: grant.string('uri'), permission: permission.node }, grant.place),
      uncertain: grant.uncertain,
    })),
  );
  return { ...inline, items: each };
}

function encryption(bucket: BlockReader, context: ReaderContext): ObjectNode<BucketEncryption> {
  const companion = context.satellite('aws_s3_bucket_server_side_encryption_configuration');
  const configuration = firstPresent(companion, bucket.block('server_side_encryption_configuration'));
  const rule = configuration.block('rule').block('apply_server_side_encryption_by_default');
  const fields: FieldsOf<BucketEncryption> = {
    isConfigured: configuration.block('rule').has('apply_server_side_encryption_by_default'),
    // Required in a rule that is written; without one, SSE-S3 is what S3 does.
    algorithm: rule.exists ? rule.string('sse_algorithm') : rule.string('sse_algorithm', { default: 'AES256' }),
    hasCustomerKey: customerKey(rule, 'kms_master_key_id'),
  };
  return object<BucketEncryption>(fields, configuration.place);
}

/** The companion writes words, the legacy inline block booleans. */
function versioning(bucket: BlockReader, context: ReaderContext): ObjectNode<S3Bucket['versioning']> {
  const companion = context.satellite('aws_s3_bucket_versioning');
  const inline = bucket.block('versioning');
  const place = firstPresent(companion, inline).place;
  const word = (flag: Leaf<boolean>): Leaf<string> => {
    const { state, place, reason, sensitive } = flag;
    return {
      node: 'leaf',
      state,
      value: flag.value === undefined ? undefined : flag.value ? 'Enabled' : 'Disabled',
      place,
      reason,
      sensitive,
    };
  };
  const useInline = inline.exists && !companion.exists;
  const configuration = companion.block('versioning_configuration');
  const fields: FieldsOf<S3Bucket['versioning']> = {
    status: useInline ? word(inline.boolean('enabled', { default: false })) : configuration.string('status', { default: 'Disabled' }),
    mfaDelete: useInline
      ? word(inline.boolean('mfa_delete', { default: false }))
      : configuration.string('mfa_delete', { default: 'Disabled' }),
  };
  return object<S3Bucket['versioning']>(fields, place);
}

function objectLock(bucket: BlockReader, context: ReaderContext): ReturnType<BlockReader['boolean']> {
  const companion = context.satellite('aws_s3_bucket_object_lock_configuration');
  if (companion.exists) return companion.isSet('bucket');
  const inline = bucket.block('object_lock_configuration');
  return inline.exists ? inline.isSet('object_lock_enabled') : bucket.boolean('object_lock_enabled', { default: false });
}

/** Companion: `rule { status }`; legacy inline: `lifecycle_rule { enabled }`. */
function lifecycleRules(bucket: BlockReader, context: ReaderContext): ListNode<LifecycleRule> {
  const companion = context.satellite('aws_s3_bucket_lifecycle_configuration');
  if (companion.exists) {
    return companion.list<LifecycleRule>('rule', (rule) =>
      object<LifecycleRule>(
        {
          isEnabled: isEnabled(rule.string('status', { required: true })),
          abortsUploads: rule.has('abort_incomplete_multipart_upload'),
          isForAll: isForAll(rule.block('filter'), rule.block('filter').block('and'), rule),
        },
        rule.place,
      ),
    );
  }
  return bucket.list<LifecycleRule>('lifecycle_rule', (rule) =>
    object<LifecycleRule>(
      {
        isEnabled: rule.boolean('enabled', { required: true }),
        abortsUploads: rule.isSet('abort_incomplete_multipart_upload_days'),
        isForAll: isForAll(rule),
      },
      rule.place,
    ),
  );
}

/** An empty prefix limits nothing. */
function isForAll(...blocks: readonly BlockReader[]): Leaf<boolean> {
  const prefix = blocks.map((block) => block.text('prefix')).find(({ state }) => state !== 'absent');
  return prefix ? mapLeaf(prefix, (value) => value === '') : byDefault(true, blocks[0]?.place ?? nowhere);
}

function replicationRules(bucket: BlockReader, context: ReaderContext): ListNode<ReplicationRule> {
  const companion = context.satellite('aws_s3_bucket_replication_configuration');
  const read = (rule: BlockReader): ObjectNode<ReplicationRule> =>
    object<ReplicationRule>({ isEnabled: isEnabled(rule.string('status', { required: true })) }, rule.place);
  return companion.exists
    ? companion.list<ReplicationRule>('rule', read)
    : bucket.block('replication_configuration').list<ReplicationRule>('rules', read);
}

function isEnabled(status: Leaf<string>): Leaf<boolean> {
  return mapLeaf(status, (value) => value === 'Enabled');
}

/** EventBridge gets events when the switch is on; a topic, queue or function when a block names it. */
function sendsEvents(bucket: BlockReader, context: ReaderContext): Leaf<boolean> {
  const notification = context.satellite('aws_s3_bucket_notification');
  const eventBridge = notification.boolean('eventbridge', { default: false });
  const targets = ['topic', 'queue', 'lambda_function'].map((type) => notification.has(type));
  const sent = [eventBridge, ...targets];
  return sent.find(({ value }) => value === true) ?? sent.find(({ value }) => value === undefined) ?? byDefault(false, bucket.place);
}
