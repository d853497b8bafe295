/** Answers of the S3 API → buckets and their policies, in the words of CloudFormation. Source: Amazon S3 API reference, read 2026-11-22. */
import type { Json, JsonObject, LiveContext, LiveSource, LiveThing, LiveValue, Missing } from '../../live/index.ts';
import { itemsAt, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { control } from './live-control.ts';

export const live: readonly LiveSource[] = [
  { call: 's3:ListBuckets', items: 'Buckets', types: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy'], declare: bucket },
  ...control,
];

function bucket(item: Json, context: LiveContext): readonly LiveThing[] {
  const name = textOf(item, 'Name');
  if (name === undefined) return [];
  const ask = (operation: string, ...absent: readonly string[]): Json | Missing =>
    context.answer(`s3:${operation}`, { Bucket: name }, absent);
  const location = ask('GetBucketLocation');
  const arn = `arn:${context.partition}:s3:::${name}`;
  const region = whenKnown(location, (json) => regionOf(textOf(json, 'LocationConstraint')));
  const place = typeof region === 'string' ? { region } : {};
  const policy = ask('GetBucketPolicy', 'NoSuchBucketPolicy');
  const parent: LiveThing = {
    type: 'AWS::S3::Bucket',
    id: arn,
    name,
    ...place,
    properties: {
      BucketName: name,
      PublicAccessBlockConfiguration: whenKnown(ask('GetPublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration'), (json) =>
        jsonAt(json, 'PublicAccessBlockConfiguration'),
      ),
      Grants: whenKnown(ask('GetBucketAcl'), (json) => itemsAt(json, 'Grants').map(grant)),
      OwnershipControls: ownership(ask('GetBucketOwnershipControls', 'OwnershipControlsNotFoundError')),
      BucketEncryption: whenKnown(ask('GetBucketEncryption', 'ServerSideEncryptionConfigurationNotFoundError'), encryption),
      VersioningConfiguration: whenKnown(ask('GetBucketVersioning'), versioning),
      LoggingConfiguration: whenKnown(ask('GetBucketLogging'), (json) =>
        renamed(jsonAt(json, 'LoggingEnabled'), { TargetBucket: 'DestinationBucketName' }),
      ),
      LifecycleConfiguration: whenKnown(ask('GetBucketLifecycleConfiguration', 'NoSuchLifecycleConfiguration'), lifecycle),
      ReplicationConfiguration: whenKnown(ask('GetBucketReplication', 'ReplicationConfigurationNotFoundError'), (json) =>
        jsonAt(json, 'ReplicationConfiguration'),
      ),
      NotificationConfiguration: whenKnown(ask('GetBucketNotificationConfiguration'), notification),
      ObjectLockEnabled: whenKnown(
        ask('GetObjectLockConfiguration', 'ObjectLockConfigurationNotFoundError'),
        (json) => textOf(json, 'ObjectLockConfiguration.ObjectLockEnabled') === 'Enabled',
      ),
      PolicyIsPublic: whenKnown(
        ask('GetBucketPolicyStatus', 'NoSuchBucketPolicy'),
        (json) => jsonAt(json, 'PolicyStatus.IsPublic') ?? false,
      ),
      Tags: whenKnown(ask('GetBucketTagging', 'NoSuchTagSet'), (json) => tagPairs(jsonAt(json, 'TagSet'))),
    },
  };
  if (policy === null) return [parent];
  const PolicyDocument = whenKnown(policy, (json) => policyJson(jsonAt(json, 'Policy')));
  return [parent, { type: 'AWS::S3::BucketPolicy', id: `${arn}#policy`, ...place, properties: { Bucket: name, PolicyDocument } }];
}

/** No constraint is us-east-1, and `EU` is the old name of eu-west-1. */
function regionOf(constraint: string | undefined): string {
  if (constraint === undefined || constraint === '') return 'us-east-1';
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}

/** A bucket without controls is older than them: its ACLs hold. */
function ownership(answer: Json | Missing): LiveValue {
  return answer === null
    ? { Rules: [{ ObjectOwnership: 'ObjectWriter' }] }
    : whenKnown(answer, (json) => jsonAt(json, 'OwnershipControls'));
}

function grant(json: Json): LiveValue {
  return { Uri: textOf(json, 'Grantee.URI'), Permission: textOf(json, 'Permission') };
}

function encryption(json: Json): LiveValue {
  const rules = itemsAt(json, 'ServerSideEncryptionConfiguration.Rules');
  return {
    ServerSideEncryptionConfiguration: rules.map((rule) => ({
      ServerSideEncryptionByDefault: renamed(jsonAt(rule, 'ApplyServerSideEncryptionByDefault'), {}),
      BucketKeyEnabled: jsonAt(rule, 'BucketKeyEnabled'),
    })),
  };
}

function versioning(json: Json): LiveValue {
  return { Status: textOf(json, 'Status'), MFADelete: textOf(json, 'MFADelete') };
}

function lifecycle(json: Json): LiveValue {
  return {
    Rules: itemsAt(json, 'Rules').map((rule) => ({
      Status: textOf(rule, 'Status'),
      Prefix: textOf(rule, 'Filter.Prefix') ?? textOf(rule, 'Prefix'),
      AbortIncompleteMultipartUpload: jsonAt(rule, 'AbortIncompleteMultipartUpload'),
    })),
  };
}

function notification(json: Json): LiveValue {
  return {
    TopicConfigurations: some(itemsAt(json, 'TopicConfigurations')),
    QueueConfigurations: some(itemsAt(json, 'QueueConfigurations')),
    LambdaConfigurations: some(itemsAt(json, 'LambdaFunctionConfigurations')),
    EventBridgeConfiguration: jsonAt(json, 'EventBridgeConfiguration') && { EventBridgeEnabled: true },
  };
}

function some(list: readonly Json[]): LiveValue {
  return list.length > 0 ? list : undefined;
}

function renamed(json: Json | undefined, names: Readonly<Record<string, string>>): LiveValue {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
  return Object.fromEntries(Object.entries(json as JsonObject).map(([key, value]) => [names[key] ?? key, value]));
}
