/** Answers of the Redshift and Redshift Serverless APIs, in the words of CloudFormation, of Terraform where that has none. Source: their API references, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';
import { unaskedTags } from '../core/unasked-tags.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'redshift:DescribeClusters', items: 'Clusters', types: ['AWS::Redshift::Cluster'], declare: cluster },
  {
    call: 'redshift:DescribeClusterParameterGroups',
    items: 'ParameterGroups',
    types: ['AWS::Redshift::ClusterParameterGroup'],
    declare: parameterGroup,
  },
  {
    call: 'redshift:DescribeSnapshotCopyGrants',
    items: 'SnapshotCopyGrants',
    types: ['aws_redshift_snapshot_copy_grant'],
    declare: copyGrant,
  },
  { call: 'redshift-serverless:ListNamespaces', items: 'namespaces', types: ['AWS::RedshiftServerless::Namespace'], declare: namespace },
  { call: 'redshift-serverless:ListWorkgroups', items: 'workgroups', types: ['AWS::RedshiftServerless::Workgroup'], declare: workgroup },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'ClusterIdentifier');
  if (name === undefined) return null;
  const logging = context.answer('redshift:DescribeLoggingStatus', { ClusterIdentifier: name }, [
    'ClusterNotFound',
    'ClusterNotFoundFault',
  ]);
  const group = textOf(itemsAt(item, 'ClusterParameterGroups')[0], 'ParameterGroupName');
  return {
    type: 'AWS::Redshift::Cluster',
    id: arnOf(context, 'redshift', `cluster:${name}`),
    name,
    properties: {
      ClusterIdentifier: name,
      PubliclyAccessible: jsonAt(item, 'PubliclyAccessible') ?? false,
      Encrypted: jsonAt(item, 'Encrypted') ?? false,
      KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
      LoggingProperties: whenKnown(logging, (json) =>
        jsonAt(json, 'LoggingEnabled') === true ? { BucketName: textOf(json, 'BucketName') } : undefined,
      ),
      AutomatedSnapshotRetentionPeriod: jsonAt(item, 'AutomatedSnapshotRetentionPeriod') ?? 0,
      MultiAZ: textOf(item, 'MultiAZ')?.toLowerCase() === 'enabled',
      EnhancedVpcRouting: jsonAt(item, 'EnhancedVpcRouting') ?? false,
      AllowVersionUpgrade: jsonAt(item, 'AllowVersionUpgrade') ?? false,
      ClusterSubnetGroupName: textOf(item, 'ClusterSubnetGroupName'),
      DBName: textOf(item, 'DBName'),
      MasterUsername: textOf(item, 'MasterUsername'),
      ClusterParameterGroupName: group === undefined ? undefined : groupArn(group, context),
      VpcSecurityGroupIds: itemsAt(item, 'VpcSecurityGroups').map((each) => textOf(each, 'VpcSecurityGroupId')),
      Tags: tagPairs(jsonAt(item, 'Tags') ?? []),
    },
  };
}

/** The groups that AWS makes matter where a cluster uses them. */
function parameterGroup(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'ParameterGroupName');
  if (name === undefined || (name.startsWith('default.') && !isUsed(name, context))) return null;
  return {
    type: 'AWS::Redshift::ClusterParameterGroup',
    id: groupArn(name, context),
    name,
    properties: {
      ParameterGroupName: name,
      ParameterGroupFamily: textOf(item, 'ParameterGroupFamily'),
      Parameters: parametersOf(name, context),
      Tags: name.startsWith('default.') ? unaskedTags : tagPairs(jsonAt(item, 'Tags') ?? []),
    },
  };
}

/** What a group sets itself; those that AWS makes set nothing. */
function parametersOf(name: string, context: LiveContext): LiveValue {
  if (name.startsWith('default.')) return [];
  return whenKnown(context.answer('redshift:DescribeClusterParameters', { ParameterGroupName: name, Source: 'user' }), (json) =>
    itemsAt(json, 'Parameters').map((each) => ({
      ParameterName: textOf(each, 'ParameterName'),
      ParameterValue: textOf(each, 'ParameterValue'),
    })),
  );
}

function groupArn(name: string, context: LiveContext): string {
  return arnOf(context, 'redshift', `parametergroup:${name}`);
}

function isUsed(group: string, context: LiveContext): boolean {
  const groups = context.list('redshift:DescribeClusters', 'Clusters[].ClusterParameterGroups[]');
  return groups.some((each) => !(each instanceof Missing) && textOf(each, 'ParameterGroupName') === group);
}

function copyGrant(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'SnapshotCopyGrantName');
  if (name === undefined) return null;
  return {
    type: 'aws_redshift_snapshot_copy_grant',
    id: arnOf(context, 'redshift', `snapshotcopygrant:${name}`),
    name,
    properties: { snapshot_copy_grant_name: name, kms_key_id: keyName(jsonAt(item, 'KmsKeyId'), context) },
  };
}

function namespace(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'namespaceArn'), textOf(item, 'namespaceName')];
  if (id === undefined || name === undefined) return null;
  const key = textOf(item, 'kmsKeyId');
  return {
    type: 'AWS::RedshiftServerless::Namespace',
    id,
    name,
    properties: {
      NamespaceName: name,
      KmsKeyId: key === 'AWS_OWNED_KMS_KEY' ? undefined : keyName(key, context),
      LogExports: itemsAt(item, 'logExports'),
      AdminUsername: textOf(item, 'adminUsername'),
      Tags: askedTags(context, 'redshift-serverless:ListTagsForResource', { resourceArn: id }, 'tags'),
    },
  };
}

function workgroup(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'workgroupArn'), textOf(item, 'workgroupName')];
  if (id === undefined || name === undefined) return null;
  return {
    type: 'AWS::RedshiftServerless::Workgroup',
    id,
    name,
    properties: {
      WorkgroupName: name,
      PubliclyAccessible: jsonAt(item, 'publiclyAccessible') ?? false,
      EnhancedVpcRouting: jsonAt(item, 'enhancedVpcRouting') ?? false,
      ConfigParameters: itemsAt(item, 'configParameters').map((each) => ({
        ParameterKey: textOf(each, 'parameterKey'),
        ParameterValue: textOf(each, 'parameterValue'),
      })),
      SecurityGroupIds: itemsAt(item, 'securityGroupIds'),
      Tags: askedTags(context, 'redshift-serverless:ListTagsForResource', { resourceArn: id }, 'tags'),
    },
  };
}
