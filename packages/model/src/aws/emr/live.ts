/** Answers of the EMR API, in the words of CloudFormation, of Terraform where that has none. Source: Amazon EMR API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { arnOf } from '../core/answers.ts';

export const live: readonly LiveSource[] = [
  { call: 'emr:ListClusters', items: 'Clusters', types: ['AWS::EMR::Cluster'], declare: cluster },
  {
    call: 'emr:ListSecurityConfigurations',
    items: 'SecurityConfigurations',
    types: ['AWS::EMR::SecurityConfiguration'],
    declare: securityConfiguration,
  },
  {
    call: 'emr:GetBlockPublicAccessConfiguration',
    items: 'BlockPublicAccessConfiguration',
    types: ['aws_emr_block_public_access_configuration'],
    declare: blockPublicAccess,
  },
];

function cluster(item: Json, context: LiveContext): LiveThing | null {
  const ClusterId = textOf(item, 'Id');
  if (ClusterId === undefined) return null;
  const answer = context.answer('emr:DescribeCluster', { ClusterId });
  const known = (path: string): LiveValue => whenKnown(answer, (json) => jsonAt(json, `Cluster.${path}`));
  const name = textOf(item, 'Name');
  return {
    type: 'AWS::EMR::Cluster',
    id: textOf(item, 'ClusterArn') ?? arnOf(context, 'elasticmapreduce', `cluster/${ClusterId}`),
    name: name ?? ClusterId,
    names: [ClusterId],
    properties: {
      Name: name,
      SecurityConfiguration: known('SecurityConfiguration'),
      KerberosAttributes: whenKnown(answer, kerberos),
      Instances: whenKnown(answer, (json) => {
        const instances = jsonAt(json, 'Cluster.Ec2InstanceAttributes');
        return {
          Ec2SubnetId: textOf(instances, 'Ec2SubnetId'),
          EmrManagedMasterSecurityGroup: textOf(instances, 'EmrManagedMasterSecurityGroup'),
          EmrManagedSlaveSecurityGroup: textOf(instances, 'EmrManagedSlaveSecurityGroup'),
        };
      }),
      LogUri: known('LogUri'),
      ServiceRole: known('ServiceRole'),
      AutoScalingRole: known('AutoScalingRole'),
      // The instance profile, as the API calls it when a cluster is made.
      JobFlowRole: known('Ec2InstanceAttributes.IamInstanceProfile'),
      Tags: whenKnown(answer, (json) => tagPairs(jsonAt(json, 'Cluster.Tags') ?? [])),
    },
  };
}

function kerberos(json: Json): LiveValue {
  const realm = textOf(json, 'Cluster.KerberosAttributes.Realm');
  return realm === undefined ? undefined : { Realm: realm };
}

function securityConfiguration(item: Json, context: LiveContext): LiveThing | null {
  const Name = textOf(item, 'Name');
  if (Name === undefined) return null;
  return {
    type: 'AWS::EMR::SecurityConfiguration',
    id: arnOf(context, 'elasticmapreduce', `security-configuration/${Name}`),
    name: Name,
    properties: {
      Name,
      SecurityConfiguration: whenKnown(context.answer('emr:DescribeSecurityConfiguration', { Name }), (json) =>
        policyJson(jsonAt(json, 'SecurityConfiguration')),
      ),
    },
  };
}

function blockPublicAccess(item: Json, context: LiveContext): LiveThing {
  return {
    type: 'aws_emr_block_public_access_configuration',
    id: arnOf(context, 'elasticmapreduce', 'block-public-access'),
    name: `${context.account} (${context.region})`,
    properties: {
      block_public_security_group_rules: jsonAt(item, 'BlockPublicSecurityGroupRules') ?? false,
      permitted_public_security_group_rule_range: itemsAt(item, 'PermittedPublicSecurityGroupRuleRanges').map((range) => ({
        min_range: jsonAt(range, 'MinRange'),
        max_range: jsonAt(range, 'MaxRange') ?? jsonAt(range, 'MinRange'),
      })),
    },
  };
}
