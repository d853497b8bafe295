/** Answers of the ElastiCache API, in the words of CloudFormation. Source: Amazon ElastiCache API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, lookUp, Missing, textOf } from '../../live/index.ts';
import { arnOf, askedTags, unlessEmpty } from '../core/answers.ts';
import { unaskedTags } from '../core/unasked-tags.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'elasticache:DescribeCacheClusters', items: 'CacheClusters', types: ['AWS::ElastiCache::CacheCluster'], declare: cluster },
  {
    call: 'elasticache:DescribeReplicationGroups',
    items: 'ReplicationGroups',
    types: ['AWS::ElastiCache::ReplicationGroup'],
    declare: replicationGroup,
  },
  { call: 'elasticache:DescribeUsers', items: 'Users', types: ['AWS::ElastiCache::User'], declare: user },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'CacheClusterId');
  if (name === undefined) return null;
  const id = textOf(item, 'ARN') ?? arnOf(context, 'elasticache', `cluster:${name}`);
  const group = textOf(item, 'ReplicationGroupId');
  return {
    type: 'AWS::ElastiCache::CacheCluster',
    id,
    name,
    properties: {
      ClusterName: name,
      ReplicationGroupId: group,
      // Of members the group decides.
      Engine: group === undefined ? textOf(item, 'Engine') : undefined,
      CacheNodeType: textOf(item, 'CacheNodeType'),
      SnapshotRetentionLimit: jsonAt(item, 'SnapshotRetentionLimit') ?? 0,
      AutoMinorVersionUpgrade: jsonAt(item, 'AutoMinorVersionUpgrade') ?? false,
      CacheSubnetGroupName: ownSubnetGroup(item),
      TransitEncryptionEnabled: jsonAt(item, 'TransitEncryptionEnabled') ?? false,
      VpcSecurityGroupIds: itemsAt(item, 'SecurityGroups').map((each) => textOf(each, 'SecurityGroupId')),
      Tags: group === undefined ? tags(id, context) : unaskedTags,
    },
  };
}

/** `default` is what a cache gets that names none. */
function ownSubnetGroup(item: Json): string | undefined {
  const name = textOf(item, 'CacheSubnetGroupName');
  return name === 'default' ? undefined : name;
}

function replicationGroup(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'ReplicationGroupId');
  if (name === undefined) return null;
  const id = textOf(item, 'ARN') ?? arnOf(context, 'elasticache', `replicationgroup:${name}`);
  return {
    type: 'AWS::ElastiCache::ReplicationGroup',
    id,
    name,
    properties: {
      ReplicationGroupId: name,
      Engine: textOf(item, 'Engine'),
      AtRestEncryptionEnabled: jsonAt(item, 'AtRestEncryptionEnabled') ?? false,
      TransitEncryptionEnabled: jsonAt(item, 'TransitEncryptionEnabled') ?? false,
      // That there is a token; nobody is told which.
      AuthToken: jsonAt(item, 'AuthTokenEnabled') === true ? true : undefined,
      UserGroupIds: unlessEmpty(itemsAt(item, 'UserGroupIds')),
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      SnapshotRetentionLimit: jsonAt(item, 'SnapshotRetentionLimit') ?? 0,
      AutomaticFailoverEnabled: /^enabl(?:ed|ing)$/.test(textOf(item, 'AutomaticFailover') ?? ''),
      MultiAZEnabled: textOf(item, 'MultiAZ') === 'enabled',
      AutoMinorVersionUpgrade: jsonAt(item, 'AutoMinorVersionUpgrade') ?? false,
      CacheSubnetGroupName: subnetGroupOf(item, context),
      Tags: tags(id, context),
    },
  };
}

/** Only the members tell where they stand. */
function subnetGroupOf(group: Json, context: LiveContext): LiveValue {
  const [member] = itemsAt(group, 'MemberClusters');
  if (typeof member !== 'string') return undefined;
  const found = lookUp(context, { call: 'elasticache:DescribeCacheClusters', items: 'CacheClusters', key: 'CacheClusterId' }, member);
  return found instanceof Missing ? found : found === undefined ? undefined : ownSubnetGroup(found);
}

/** The user `default` comes with the service: it counts where a user group holds it. */
function user(item: Json, context: LiveContext): LiveThing | null {
  const [name, login] = [textOf(item, 'UserId'), textOf(item, 'UserName')];
  if (name === undefined || (name === 'default' && itemsAt(item, 'UserGroupIds').length === 0)) return null;
  const id = textOf(item, 'ARN') ?? arnOf(context, 'elasticache', `user:${name}`);
  const type = textOf(item, 'Authentication.Type');
  return {
    type: 'AWS::ElastiCache::User',
    id,
    name,
    properties: {
      UserId: name,
      UserName: login ?? name,
      AccessString: textOf(item, 'AccessString'),
      AuthenticationMode: { Type: type === 'no-password' ? 'no-password-required' : type },
      Tags: name === 'default' ? unaskedTags : tags(id, context),
    },
  };
}

function tags(arn: string, context: LiveContext): LiveValue {
  return askedTags(context, 'elasticache:ListTagsForResource', { ResourceName: arn }, 'TagList');
}
