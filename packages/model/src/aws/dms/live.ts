/** Answers of the Database Migration Service API, in the words of CloudFormation. Source: AWS DMS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, policyJson, textOf } from '../../live/index.ts';
import { askedTags } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

/** What DMS says when there is none of what was asked for. */
const NONE = ['ResourceNotFoundFault'];

export const live: readonly LiveSource[] = [
  { call: 'dms:DescribeEndpoints', items: 'Endpoints', types: ['AWS::DMS::Endpoint'], absent: NONE, declare: endpoint },
  {
    call: 'dms:DescribeReplicationInstances',
    items: 'ReplicationInstances',
    types: ['AWS::DMS::ReplicationInstance'],
    absent: NONE,
    declare: replicationInstance,
  },
  {
    call: 'dms:DescribeReplicationTasks',
    items: 'ReplicationTasks',
    types: ['AWS::DMS::ReplicationTask'],
    absent: NONE,
    declare: replicationTask,
  },
];

function endpoint(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'EndpointArn'), textOf(item, 'EndpointIdentifier')];
  if (id === undefined || name === undefined) return null;
  const s3Key = jsonAt(item, 'S3Settings.ServerSideEncryptionKmsKeyId');
  return {
    type: 'AWS::DMS::Endpoint',
    id,
    name,
    properties: {
      EndpointIdentifier: name,
      EngineName: textOf(item, 'EngineName'),
      SslMode: textOf(item, 'SslMode') ?? 'none',
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      S3Settings: s3Key === undefined ? undefined : { ServerSideEncryptionKmsKeyId: keyName(s3Key, context) },
      MongoDbSettings: chosen(item, 'MongoDbSettings', 'AuthType'),
      RedisSettings: chosen(item, 'RedisSettings', 'SslSecurityProtocol'),
      Tags: tags(id, context),
    },
  };
}

/** Settings hold addresses and names of users; only what is judged is taken. */
function chosen(item: Json, settings: string, key: string): LiveValue {
  const value = jsonAt(item, `${settings}.${key}`);
  return value === undefined ? undefined : { [key]: value };
}

function replicationInstance(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'ReplicationInstanceArn'), textOf(item, 'ReplicationInstanceIdentifier')];
  if (id === undefined || name === undefined) return null;
  return {
    type: 'AWS::DMS::ReplicationInstance',
    id,
    name,
    properties: {
      ReplicationInstanceIdentifier: name,
      PubliclyAccessible: jsonAt(item, 'PubliclyAccessible') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      AutoMinorVersionUpgrade: jsonAt(item, 'AutoMinorVersionUpgrade') ?? false,
      MultiAZ: jsonAt(item, 'MultiAZ') ?? false,
      Tags: tags(id, context),
    },
  };
}

function replicationTask(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'ReplicationTaskArn'), textOf(item, 'ReplicationTaskIdentifier')];
  if (id === undefined || name === undefined) return null;
  return {
    type: 'AWS::DMS::ReplicationTask',
    id,
    name,
    properties: {
      ReplicationTaskIdentifier: name,
      ReplicationTaskSettings: policyJson(jsonAt(item, 'ReplicationTaskSettings')),
      Tags: tags(id, context),
    },
  };
}

function tags(arn: string, context: LiveContext): LiveValue {
  return askedTags(context, 'dms:ListTagsForResource', { ResourceArn: arn }, 'TagList');
}
