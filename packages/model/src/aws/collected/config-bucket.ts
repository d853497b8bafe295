/**
 * A bucket as AWS Config has it → the answers of S3. What a call would have said is in the supplementary configuration, in the words of an
 * old SDK. Source: resource schema of AWS Config, Amazon S3 API reference, read 2026-11-22.
 */
import type { Json, JsonObject } from '../../live/index.ts';
import { isJsonObject, itemsAt, jsonAt, memberOf, textOf } from '../../live/index.ts';
import { inApiSpelling, objectInApiSpelling } from './api-spelling.ts';
import type { ConfigAnswer } from './config-answers.ts';
import type { ConfigItem } from './config-item.ts';

/** What AWS Config leaves out when there is none, once it recorded anything of the kind at all. */
const LEFT_OUT: Readonly<Record<string, readonly [key: string, operation: string, code: string]>> = {
  block: ['PublicAccessBlockConfiguration', 'GetPublicAccessBlock', 'NoSuchPublicAccessBlockConfiguration'],
  lifecycle: ['BucketLifecycleConfiguration', 'GetBucketLifecycleConfiguration', 'NoSuchLifecycleConfiguration'],
  replication: ['BucketReplicationConfiguration', 'GetBucketReplication', 'ReplicationConfigurationNotFoundError'],
  lock: ['ObjectLockConfiguration', 'GetObjectLockConfiguration', 'ObjectLockConfigurationNotFoundError'],
};

export function bucketAnswers(item: ConfigItem): readonly ConfigAnswer[] {
  const Bucket = textOf(item.configuration, 'name') ?? item.id;
  const more = item.supplementary;
  const answer = (operation: string, response: JsonObject): ConfigAnswer => ({ call: `s3:${operation}`, request: { Bucket }, response });
  const given = (key: string, operation: string, read: (json: JsonObject) => JsonObject | null): readonly ConfigAnswer[] => {
    const json = memberOf(more, key);
    const response = isJsonObject(json) ? read(json) : null;
    return response ? [answer(operation, response)] : [];
  };
  const policy = memberOf(more, 'BucketPolicy');
  const absent = (operation: string, code: string): ConfigAnswer => ({ call: `s3:${operation}`, request: { Bucket }, absent: code });
  return [
    { call: 's3:ListBuckets', request: {}, response: { Buckets: [{ Name: Bucket, ...created(item) }] } },
    answer('GetBucketLocation', { LocationConstraint: item.region }),
    ...(policy === undefined
      ? []
      : textOf(policy, 'policyText') === undefined
        ? [absent('GetBucketPolicy', 'NoSuchBucketPolicy'), absent('GetBucketPolicyStatus', 'NoSuchBucketPolicy')]
        : [answer('GetBucketPolicy', { Policy: textOf(policy, 'policyText') ?? '' })]),
    ...given('AccessControlList', 'GetBucketAcl', acl),
    ...given('ServerSideEncryptionConfiguration', 'GetBucketEncryption', (json) => ({
      ServerSideEncryptionConfiguration: withKeyNames(inApiSpelling(json)),
    })),
    ...given('BucketVersioningConfiguration', 'GetBucketVersioning', versioning),
    ...given('BucketLoggingConfiguration', 'GetBucketLogging', logging),
    ...given('BucketNotificationConfiguration', 'GetBucketNotificationConfiguration', notification),
    ...given('PublicAccessBlockConfiguration', 'GetPublicAccessBlock', (json) => ({
      PublicAccessBlockConfiguration: objectInApiSpelling(json),
    })),
    ...given('BucketLifecycleConfiguration', 'GetBucketLifecycleConfiguration', lifecycle),
    ...given('BucketReplicationConfiguration', 'GetBucketReplication', replication),
    ...given('ObjectLockConfiguration', 'GetObjectLockConfiguration', (json) => ({ ObjectLockConfiguration: objectInApiSpelling(json) })),
    ...Object.values(LEFT_OUT).flatMap(([key, operation, code]) =>
      policy !== undefined && memberOf(more, key) === undefined ? [absent(operation, code)] : [],
    ),
    answer('GetBucketTagging', { TagSet: [...item.tags] }),
  ];
}

function created({ configuration }: ConfigItem): JsonObject {
  const date = textOf(configuration, 'creationDate');
  return date === undefined ? {} : { CreationDate: date };
}

const GROUPS: Readonly<Record<string, string>> = {
  AllUsers: 'http://acs.amazonaws.com/groups/global/AllUsers',
  AuthenticatedUsers: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers',
  LogDelivery: 'http://acs.amazonaws.com/groups/s3/LogDelivery',
};

const PERMISSIONS: Readonly<Record<string, string>> = {
  FullControl: 'FULL_CONTROL',
  Read: 'READ',
  Write: 'WRITE',
  ReadAcp: 'READ_ACP',
  WriteAcp: 'WRITE_ACP',
};

/** Groups are a word, everybody else an object. Null for a grant that cannot be read: then nobody knows who may do what. */
function acl(json: JsonObject): JsonObject | null {
  const Grants = itemsAt(json, 'grantList').map((grant): JsonObject | null => {
    const Permission = PERMISSIONS[textOf(grant, 'permission') ?? ''];
    const grantee = memberOf(grant, 'grantee');
    const group = GROUPS[typeof grantee === 'string' ? grantee : ''];
    if (Permission === undefined || (typeof grantee === 'string' && group === undefined)) return null;
    const id = textOf(grantee, 'id') ?? textOf(grantee, 'identifier') ?? '';
    return { Permission, Grantee: group === undefined ? { Type: 'CanonicalUser', ID: id } : { Type: 'Group', URI: group } };
  });
  const known = Grants.filter((each) => each !== null);
  return known.length === Grants.length ? { Grants: known } : null;
}

/** `kmsMasterKeyID` and `sseAlgorithm` of the old SDK. */
function withKeyNames(json: Json): Json {
  return {
    Rules: itemsAt(json, 'Rules').map((rule) => ({
      ApplyServerSideEncryptionByDefault: present({
        SSEAlgorithm: jsonAt(rule, 'ApplyServerSideEncryptionByDefault.SseAlgorithm'),
        KMSMasterKeyID: jsonAt(rule, 'ApplyServerSideEncryptionByDefault.KmsMasterKeyID'),
      }),
      ...present({ BucketKeyEnabled: jsonAt(rule, 'BucketKeyEnabled') }),
    })),
  };
}

function versioning(json: JsonObject): JsonObject {
  const status = textOf(json, 'status');
  const deletion = jsonAt(json, 'isMfaDeleteEnabled');
  return {
    ...(status !== undefined && status !== 'Off' && { Status: status }),
    ...(deletion !== undefined && { MFADelete: deletion === true ? 'Enabled' : 'Disabled' }),
  };
}

function logging(json: JsonObject): JsonObject {
  const TargetBucket = textOf(json, 'destinationBucketName');
  return TargetBucket === undefined ? {} : { LoggingEnabled: { TargetBucket, TargetPrefix: textOf(json, 'logFilePrefix') ?? '' } };
}

function lifecycle(json: JsonObject): JsonObject {
  const days = 'abortIncompleteMultipartUpload.daysAfterInitiation';
  return {
    Rules: itemsAt(json, 'rules').map((rule) => ({
      ...present({ Status: jsonAt(rule, 'status'), Prefix: jsonAt(rule, 'prefix') ?? jsonAt(rule, 'filter.predicate.prefix') }),
      ...(jsonAt(rule, days) !== undefined && { AbortIncompleteMultipartUpload: { DaysAfterInitiation: jsonAt(rule, days) ?? null } }),
    })),
  };
}

/** Rules by their ids. */
function replication(json: JsonObject): JsonObject {
  const rules = memberOf(json, 'rules');
  const Rules = Object.entries(isJsonObject(rules) ? rules : {}).map(([ID, rule]) => ({
    ID,
    ...present({ Status: jsonAt(rule, 'status') }),
    Destination: present({ Bucket: jsonAt(rule, 'destinationConfig.bucketARN') }),
  }));
  return { ReplicationConfiguration: { ...present({ Role: jsonAt(json, 'roleARN') }), Rules } };
}

const NOTIFIED: readonly (readonly [member: string, list: string, name: string])[] = [
  ['topicARN', 'TopicConfigurations', 'TopicArn'],
  ['queueARN', 'QueueConfigurations', 'QueueArn'],
  ['functionARN', 'LambdaFunctionConfigurations', 'LambdaFunctionArn'],
];

/** Events that go to EventBridge are not recorded: without any other nobody knows whether there are some. */
function notification(json: JsonObject): JsonObject | null {
  const configurations = memberOf(json, 'configurations');
  const all = Object.values(isJsonObject(configurations) ? configurations : {});
  if (all.length === 0) return null;
  return Object.fromEntries(
    NOTIFIED.map(([member, list, name]) => [
      list,
      all.flatMap((each) => {
        const target = textOf(each, member);
        return target === undefined ? [] : [{ [name]: target, Events: itemsAt(each, 'events') }];
      }),
    ]),
  );
}

function present(members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}
