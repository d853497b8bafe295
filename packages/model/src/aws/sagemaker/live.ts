/** Answers of Amazon SageMaker, in the words of CloudFormation; review workflows in those of Terraform. Source: Amazon SageMaker API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveProperties, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

/** Where a listing is, and how the call about one of its things asks. */
interface Kind {
  readonly list: string;
  readonly items: string;
  readonly type: string;
  readonly details: string;
  /** Member of the listing that names the thing, and of the request when that is another. */
  readonly key: string;
  readonly parameter?: string;
  readonly arn: string;
  /** Property of the template that is the name. */
  readonly name: string;
  readonly read: (json: Json, context: LiveContext) => LiveProperties;
}

const monitoringJob = (kind: string): Kind => ({
  list: `List${kind}JobDefinitions`,
  items: 'JobDefinitionSummaries',
  type: `AWS::SageMaker::${kind}JobDefinition`,
  details: `Describe${kind}JobDefinition`,
  key: 'MonitoringJobDefinitionName',
  parameter: 'JobDefinitionName',
  arn: 'MonitoringJobDefinitionArn',
  name: 'JobDefinitionName',
  read: (json, context) => ({
    DataQualityJobOutputConfig: withKey(jsonAt(json, 'DataQualityJobOutputConfig'), 'KmsKeyId', context),
    JobResources: { ClusterConfig: withKey(jsonAt(json, 'JobResources.ClusterConfig'), 'VolumeKmsKeyId', context) },
    NetworkConfig: jsonAt(json, 'NetworkConfig'),
  }),
});

const kinds: readonly Kind[] = [
  {
    list: 'ListNotebookInstances',
    items: 'NotebookInstances',
    type: 'AWS::SageMaker::NotebookInstance',
    details: 'DescribeNotebookInstance',
    key: 'NotebookInstanceName',
    arn: 'NotebookInstanceArn',
    name: 'NotebookInstanceName',
    read: (json, context) => ({
      DirectInternetAccess: textOf(json, 'DirectInternetAccess'),
      RootAccess: textOf(json, 'RootAccess'),
      SubnetId: textOf(json, 'SubnetId'),
      SecurityGroupIds: itemsAt(json, 'SecurityGroups'),
      RoleArn: textOf(json, 'RoleArn'),
      InstanceMetadataServiceConfiguration: jsonAt(json, 'InstanceMetadataServiceConfiguration'),
      KmsKeyId: keyName(jsonAt(json, 'KmsKeyId'), context),
    }),
  },
  {
    list: 'ListDomains',
    items: 'Domains',
    type: 'AWS::SageMaker::Domain',
    details: 'DescribeDomain',
    key: 'DomainId',
    arn: 'DomainArn',
    name: 'DomainId',
    read: (json, context) => ({
      DomainName: textOf(json, 'DomainName'),
      AppNetworkAccessType: textOf(json, 'AppNetworkAccessType'),
      DefaultUserSettings: { ExecutionRole: textOf(json, 'DefaultUserSettings.ExecutionRole') },
      KmsKeyId: keyName(jsonAt(json, 'KmsKeyId') ?? jsonAt(json, 'HomeEfsFileSystemKmsKeyId'), context),
    }),
  },
  {
    list: 'ListEndpointConfigs',
    items: 'EndpointConfigs',
    type: 'AWS::SageMaker::EndpointConfig',
    details: 'DescribeEndpointConfig',
    key: 'EndpointConfigName',
    arn: 'EndpointConfigArn',
    name: 'EndpointConfigName',
    read: (json, context) => ({
      ProductionVariants: itemsAt(json, 'ProductionVariants'),
      KmsKeyId: keyName(jsonAt(json, 'KmsKeyId'), context),
    }),
  },
  {
    list: 'ListModels',
    items: 'Models',
    type: 'AWS::SageMaker::Model',
    details: 'DescribeModel',
    key: 'ModelName',
    arn: 'ModelArn',
    name: 'ModelName',
    read: (json) => ({
      EnableNetworkIsolation: jsonAt(json, 'EnableNetworkIsolation') ?? false,
      VpcConfig: jsonAt(json, 'VpcConfig'),
      PrimaryContainer: jsonAt(json, 'PrimaryContainer'),
      Containers: itemsAt(json, 'Containers'),
      ExecutionRoleArn: textOf(json, 'ExecutionRoleArn'),
    }),
  },
  ...['DataQuality', 'ModelBias', 'ModelQuality', 'ModelExplainability'].map(monitoringJob),
  {
    list: 'ListFlowDefinitions',
    items: 'FlowDefinitionSummaries',
    type: 'aws_sagemaker_flow_definition',
    details: 'DescribeFlowDefinition',
    key: 'FlowDefinitionName',
    arn: 'FlowDefinitionArn',
    name: 'flow_definition_name',
    read: (json, context) => ({ output_config: { kms_key_id: keyName(jsonAt(json, 'OutputConfig.KmsKeyId'), context) } }),
  },
];

export const live: readonly LiveSource[] = kinds.map((kind) => ({
  call: `sagemaker:${kind.list}`,
  items: kind.items,
  types: [kind.type],
  declare: (item, context) => thing(item, kind, context),
}));

function thing(item: Json, kind: Kind, context: LiveContext): LiveThing | null {
  const [arn, key] = [textOf(item, kind.arn), textOf(item, kind.key)];
  if (arn === undefined || key === undefined) return null;
  const tags = context.answer('sagemaker:ListTags', { ResourceArn: arn });
  return {
    type: kind.type,
    id: arn,
    name: textOf(item, 'DomainName') ?? key,
    names: [key],
    ...described(context.answer(`sagemaker:${kind.details}`, { [kind.parameter ?? kind.key]: key }), (json) => kind.read(json, context), {
      [kind.name]: key,
      Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'Tags'))),
    }),
  };
}

/** The part of an answer with its key by the name that tells who manages it. */
function withKey(json: Json | undefined, member: string, context: LiveContext): LiveValue {
  return { [member]: keyName(jsonAt(json, member), context) };
}
