import type { BlockReader, FieldsOf, Leaf, ListNode, ObjectNode } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, list, mapLeaf, object, outside, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { noAccountBlock } from '../public-access-block.ts';
import type { AclGrant, BucketEncryption, LifecycleRule, PublicAccessBlock, ReplicationRule, S3Bucket } from './shape.ts';

/** Source: CloudFormation template reference, AWS::S3::Bucket and AWS::S3::BucketPolicy, read 2026-11-22. */
export const cloudformation = defineCloudFormation<S3Bucket>({
  types: ['AWS::S3::Bucket'],
  satellites: { 'AWS::S3::BucketPolicy': 'Bucket' },
  single: ['AWS::S3::BucketPolicy'],
  identity: ['BucketName'],
  read(bucket, context): FieldsOf<S3Bucket> {
    const block = bucket.block('PublicAccessBlockConfiguration');
    const versioning = bucket.block('VersioningConfiguration');
    return {
      publicAccessBlock: publicAccessBlock(block),
      accountBlock: noAccountBlock(bucket),
      hasOlderGrants: byDefault(false, bucket.place),
      policyIsPublic: outside('only AWS says it', bucket.place),
      hasPublicAccessBlock: bucket.has('PublicAccessBlockConfiguration'),
      acl: mapLeaf(bucket.string('AccessControl', { default: 'Private' }), cannedAcl),
      grants: list<AclGrant>([], bucket.place),
      policy: policyOf(context.satellite('AWS::S3::BucketPolicy'), 'PolicyDocument'),
      encryption: encryption(bucket),
      versioning: object<S3Bucket['versioning']>(
        {
          status: versioning.string('Status', { default: 'Disabled' }),
          mfaDelete: outside('CloudFormation cannot switch MFA delete on', versioning.place),
        },
        versioning.place,
      ),
      objectLock: bucket.boolean('ObjectLockEnabled', { default: false }),
      accessLogging: bucket.block('LoggingConfiguration').isSet('DestinationBucketName'),
      bucketName: bucket.text('BucketName'),
      objectOwnership: bucket.block('OwnershipControls').block('Rules').string('ObjectOwnership', { default: 'BucketOwnerEnforced' }),
      lifecycleRules: lifecycleRules(bucket),
      replicationRules: replicationRules(bucket),
      sendsEvents: sendsEvents(bucket),
      tags: context.tags(bucket),
    };
  },
});

/** Each switch defaults to false in a block that is written. */
function publicAccessBlock(block: BlockReader): ObjectNode<PublicAccessBlock> {
  const fields: FieldsOf<PublicAccessBlock> = {
    blockPublicAcls: block.boolean('BlockPublicAcls', { default: false }),
    ignorePublicAcls: block.boolean('IgnorePublicAcls', { default: false }),
    blockPublicPolicy: block.boolean('BlockPublicPolicy', { default: false }),
    restrictPublicBuckets: block.boolean('RestrictPublicBuckets', { default: false }),
  };
  return object<PublicAccessBlock>(fields, block.place);
}

/** `PublicReadWrite` is S3's own `public-read-write`. */
function cannedAcl(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}

function encryption(bucket: BlockReader): ObjectNode<BucketEncryption> {
  const configuration = bucket.block('BucketEncryption');
  const rules = configuration.block('ServerSideEncryptionConfiguration');
  const rule = rules.block('ServerSideEncryptionByDefault');
  const fields: FieldsOf<BucketEncryption> = {
    isConfigured: rules.has('ServerSideEncryptionByDefault'),
    algorithm: rule.exists ? rule.string('SSEAlgorithm') : rule.string('SSEAlgorithm', { default: 'AES256' }),
    hasCustomerKey: customerKey(rule, 'KMSMasterKeyID'),
  };
  return object<BucketEncryption>(fields, configuration.place);
}

function lifecycleRules(bucket: BlockReader): ListNode<LifecycleRule> {
  return bucket.block('LifecycleConfiguration').list<LifecycleRule>('Rules', (rule) =>
    object<LifecycleRule>(
      {
        isEnabled: isEnabled(rule),
        abortsUploads: rule.has('AbortIncompleteMultipartUpload'),
        isForAll: mapLeaf(rule.text('Prefix', { default: '' }), (prefix) => prefix === ''),
      },
      rule.place,
    ),
  );
}

function replicationRules(bucket: BlockReader): ListNode<ReplicationRule> {
  return bucket
    .block('ReplicationConfiguration')
    .list<ReplicationRule>('Rules', (rule) => object<ReplicationRule>({ isEnabled: isEnabled(rule) }, rule.place));
}

function isEnabled(rule: BlockReader): Leaf<boolean> {
  return mapLeaf(rule.string('Status', { required: true }), (value) => value === 'Enabled');
}

/** EventBridge gets events unless its block switches them off; a topic, queue or function when it is named. */
function sendsEvents(bucket: BlockReader): Leaf<boolean> {
  const notification = bucket.block('NotificationConfiguration');
  const eventBridge = notification.block('EventBridgeConfiguration');
  const toBridge = eventBridge.boolean('EventBridgeEnabled', { default: eventBridge.exists });
  const targets = ['TopicConfigurations', 'QueueConfigurations', 'LambdaConfigurations'].map((type) => notification.has(type));
  const sent = [toBridge, ...targets];
  return sent.find(({ value }) => value === true) ?? sent.find(({ value }) => value === undefined) ?? byDefault(false, bucket.place);
}
