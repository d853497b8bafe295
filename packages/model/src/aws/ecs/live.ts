/** Answers of Amazon ECS, in the words of CloudFormation. Source: Amazon ECS API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue, Missing } from '../../live/index.ts';
import { described, itemsAt, jsonAt, lookUp, tagPairs, textOf } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'ecs:ListClusters', items: 'clusterArns', types: ['AWS::ECS::Cluster'], declare: cluster },
  { call: 'ecs:ListServices', items: 'serviceArns', types: ['AWS::ECS::Service'], after: 'ecs:ListClusters', declare: service },
  {
    call: 'ecs:DescribeTaskDefinition',
    items: '',
    types: ['AWS::ECS::TaskDefinition'],
    after: 'ecs:ListTaskDefinitionFamilies',
    declare: taskDefinition,
  },
];

/** `arn:…:cluster/orders` and `arn:…:service/orders/web` are both called by their last part. */
function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function cluster(arn: Json, context: LiveContext): LiveThing | null {
  if (typeof arn !== 'string') return null;
  const found = lookUp(context, { call: 'ecs:DescribeClusters', items: 'clusters', key: 'clusterArn' }, arn);
  return {
    type: 'AWS::ECS::Cluster',
    id: arn,
    name: nameOf(arn),
    ...described(
      found,
      (json) => ({
        ClusterSettings: itemsAt(json, 'settings').map((setting) => capitalized(setting)),
        Configuration: { ExecuteCommandConfiguration: execution(jsonAt(json, 'configuration.executeCommandConfiguration'), context) },
        Tags: tagPairs(itemsAt(json, 'tags')),
      }),
      { ClusterName: nameOf(arn) },
    ),
  };
}

function execution(json: Json | undefined, context: LiveContext): LiveValue {
  if (json === undefined) return undefined;
  const log = (member: string): LiveValue => jsonAt(json, `logConfiguration.${member}`);
  return {
    KmsKeyId: keyName(jsonAt(json, 'kmsKeyId'), context),
    Logging: textOf(json, 'logging'),
    LogConfiguration: {
      CloudWatchLogGroupName: log('cloudWatchLogGroupName'),
      CloudWatchEncryptionEnabled: log('cloudWatchEncryptionEnabled'),
      S3BucketName: log('s3BucketName'),
      S3EncryptionEnabled: log('s3EncryptionEnabled'),
    },
  };
}

function service(arn: Json, context: LiveContext): LiveThing | null {
  if (typeof arn !== 'string') return null;
  const found: Json | Missing | undefined = lookUp(context, { call: 'ecs:DescribeServices', items: 'services', key: 'serviceArn' }, arn);
  return {
    type: 'AWS::ECS::Service',
    id: arn,
    name: nameOf(arn),
    ...described(
      found,
      (json) => ({
        Cluster: textOf(json, 'clusterArn'),
        TaskDefinition: textOf(json, 'taskDefinition'),
        LaunchType: textOf(json, 'launchType'),
        PlatformVersion: textOf(json, 'platformVersion'),
        NetworkConfiguration: capitalized(jsonAt(json, 'networkConfiguration')),
        LoadBalancers: itemsAt(json, 'loadBalancers').map((each) => capitalized(each)),
        Tags: tagPairs(itemsAt(json, 'tags')),
      }),
      { ServiceName: nameOf(arn) },
    ),
  };
}

/** The newest revision of each family, and those that services run. */
function taskDefinition(item: Json): LiveThing | null {
  const task = jsonAt(item, 'taskDefinition');
  const [arn, family] = [textOf(task, 'taskDefinitionArn'), textOf(task, 'family')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::ECS::TaskDefinition',
    id: arn,
    name: `${family ?? arn}:${textOf(task, 'revision') ?? ''}`,
    properties: {
      Family: family,
      PidMode: textOf(task, 'pidMode'),
      NetworkMode: textOf(task, 'networkMode'),
      ExecutionRoleArn: textOf(task, 'executionRoleArn'),
      TaskRoleArn: textOf(task, 'taskRoleArn'),
      ContainerDefinitions: itemsAt(task, 'containerDefinitions').map((container) => capitalized(container)),
      Volumes: itemsAt(task, 'volumes').map((volume) => capitalized(volume, { efsVolumeConfiguration: 'EFSVolumeConfiguration' })),
      Tags: tagPairs(itemsAt(item, 'tags')),
    },
  };
}
