/** Answers of Amazon EKS, in the words of CloudFormation. Source: Amazon EKS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

const ABSENT = ['ResourceNotFoundException'];

export const live: readonly LiveSource[] = [
  { call: 'eks:ListClusters', items: 'clusters', types: ['AWS::EKS::Cluster'], declare: cluster },
  { call: 'eks:ListNodegroups', items: 'nodegroups', types: ['AWS::EKS::Nodegroup'], after: 'eks:ListClusters', declare: nodeGroup },
  {
    call: 'eks:DescribeAccessEntry',
    items: 'accessEntry',
    types: ['AWS::EKS::AccessEntry'],
    after: ['eks:ListClusters', 'eks:ListAccessEntries'],
    absent: ABSENT,
    declare: accessEntry,
  },
  {
    call: 'eks:DescribePodIdentityAssociation',
    items: 'association',
    types: ['AWS::EKS::PodIdentityAssociation'],
    after: ['eks:ListClusters', 'eks:ListPodIdentityAssociations'],
    absent: ABSENT,
    declare: podIdentity,
  },
];

function arnOf(resource: string, { partition, region, account }: LiveContext): string {
  return `arn:${partition}:eks:${region}:${account}:${resource}`;
}

function cluster(name: Json, context: LiveContext): LiveThing | null {
  if (typeof name !== 'string') return null;
  return {
    type: 'AWS::EKS::Cluster',
    id: arnOf(`cluster/${name}`, context),
    name,
    ...described(
      context.answer('eks:DescribeCluster', { name }, ABSENT),
      (json) => ({
        Version: textOf(json, 'cluster.version'),
        RoleArn: textOf(json, 'cluster.roleArn'),
        ResourcesVpcConfig: {
          EndpointPublicAccess: jsonAt(json, 'cluster.resourcesVpcConfig.endpointPublicAccess'),
          EndpointPrivateAccess: jsonAt(json, 'cluster.resourcesVpcConfig.endpointPrivateAccess'),
          PublicAccessCidrs: itemsAt(json, 'cluster.resourcesVpcConfig.publicAccessCidrs'),
          SecurityGroupIds: itemsAt(json, 'cluster.resourcesVpcConfig.securityGroupIds'),
          SubnetIds: itemsAt(json, 'cluster.resourcesVpcConfig.subnetIds'),
        },
        EncryptionConfig: encryption(json),
        Logging: { ClusterLogging: { EnabledTypes: enabledLogs(json) } },
        DeletionProtection: jsonAt(json, 'cluster.deletionProtection') ?? false,
        Tags: tagPairs(jsonAt(json, 'cluster.tags') ?? {}),
      }),
      { Name: name },
    ),
  };
}

function encryption(json: Json): LiveValue {
  const configs = itemsAt(json, 'cluster.encryptionConfig').map((config) => ({
    Resources: itemsAt(config, 'resources'),
    // Always a key of the customer: AWS has none of its own for this.
    Provider: { KeyArn: textOf(config, 'provider.keyArn') },
  }));
  return configs.length > 0 ? configs : undefined;
}

function enabledLogs(json: Json): LiveValue {
  return itemsAt(json, 'cluster.logging.clusterLogging')
    .filter((setting) => jsonAt(setting, 'enabled') === true)
    .flatMap((setting) => itemsAt(setting, 'types').map((Type) => ({ Type })));
}

function nodeGroup(name: Json, context: LiveContext): LiveThing | null {
  const clusterName = textOf(context.request, 'clusterName');
  if (typeof name !== 'string' || clusterName === undefined) return null;
  return {
    type: 'AWS::EKS::Nodegroup',
    id: arnOf(`nodegroup/${clusterName}/${name}`, context),
    name,
    ...described(
      context.answer('eks:DescribeNodegroup', { clusterName, nodegroupName: name }, ABSENT),
      (json) => ({
        AmiType: textOf(json, 'nodegroup.amiType'),
        NodeRole: textOf(json, 'nodegroup.nodeRole'),
        LaunchTemplate: launchTemplate(jsonAt(json, 'nodegroup.launchTemplate')),
        RemoteAccess: remoteAccess(jsonAt(json, 'nodegroup.remoteAccess')),
        Tags: tagPairs(jsonAt(json, 'nodegroup.tags') ?? {}),
      }),
      { ClusterName: clusterName, NodegroupName: name },
    ),
  };
}

function accessEntry(item: Json, context: LiveContext): LiveThing | null {
  const [clusterName, principalArn] = [textOf(context.request, 'clusterName'), textOf(context.request, 'principalArn')];
  if (clusterName === undefined || principalArn === undefined || item === null) return null;
  const policies = context.answer('eks:ListAssociatedAccessPolicies', { clusterName, principalArn }, ABSENT);
  return {
    type: 'AWS::EKS::AccessEntry',
    id: textOf(item, 'accessEntryArn') ?? `${clusterName}#${principalArn}`,
    properties: {
      ClusterName: clusterName,
      PrincipalArn: principalArn,
      Type: textOf(item, 'type'),
      Username: textOf(item, 'username'),
      KubernetesGroups: itemsAt(item, 'kubernetesGroups'),
      AccessPolicies: whenKnown(policies, (json) =>
        itemsAt(json, 'associatedAccessPolicies').map((each) => ({
          PolicyArn: textOf(each, 'policyArn'),
          AccessScope: { Type: textOf(each, 'accessScope.type'), Namespaces: itemsAt(each, 'accessScope.namespaces') },
        })),
      ),
      Tags: tagPairs(jsonAt(item, 'tags') ?? {}),
    },
  };
}

function podIdentity(item: Json): LiveThing | null {
  const [id, arn] = [textOf(item, 'associationId'), textOf(item, 'associationArn')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::EKS::PodIdentityAssociation',
    id: arn,
    names: id === undefined ? [] : [id],
    properties: {
      ClusterName: textOf(item, 'clusterName'),
      Namespace: textOf(item, 'namespace'),
      ServiceAccount: textOf(item, 'serviceAccount'),
      RoleArn: textOf(item, 'roleArn'),
      TargetRoleArn: textOf(item, 'targetRoleArn'),
    },
  };
}

function launchTemplate(json: Json | undefined): LiveValue {
  return json === undefined ? undefined : { Id: textOf(json, 'id'), Name: textOf(json, 'name') };
}

function remoteAccess(json: Json | undefined): LiveValue {
  if (json === undefined) return undefined;
  const groups = itemsAt(json, 'sourceSecurityGroups');
  return { Ec2SshKey: textOf(json, 'ec2SshKey'), SourceSecurityGroups: groups.length > 0 ? groups : undefined };
}
