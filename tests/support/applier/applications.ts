import { CreateRepositoryCommand, ECRClient, PutLifecyclePolicyCommand } from '@aws-sdk/client-ecr';
import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import { CreateClusterCommand, CreateServiceCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { CreateClusterCommand as CreateKubernetesCommand, EKSClient } from '@aws-sdk/client-eks';
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Block } from './block.ts';
import type { Recipes } from './recipe.ts';
import { must } from './recipe.ts';

/** Containers, queues, topics. */
export const applications: Recipes = {
  async aws_ecr_repository(block, making) {
    const encryption = block.block('encryption_configuration');
    const { repository } = await making.client(ECRClient).send(
      new CreateRepositoryCommand({
        repositoryName: block.text('name'),
        imageTagMutability: block.text('image_tag_mutability'),
        imageScanningConfiguration: { scanOnPush: block.block('image_scanning_configuration')?.flag('scan_on_push') },
        encryptionConfiguration: encryption && { encryptionType: encryption.text('encryption_type'), kmsKey: encryption.text('kms_key') },
        tags: [...making.tags],
      }),
    );
    return { id: repository?.repositoryName, name: repository?.repositoryName, arn: repository?.repositoryArn };
  },

  async aws_ecr_lifecycle_policy(block, making) {
    await making
      .client(ECRClient)
      .send(new PutLifecyclePolicyCommand({ repositoryName: block.text('repository'), lifecyclePolicyText: block.text('policy') }));
    return {};
  },

  async aws_ecs_cluster(block, making) {
    const { cluster } = await making.client(ECSClient).send(
      new CreateClusterCommand({
        clusterName: block.text('name'),
        settings: block.blocks('setting').map((each) => ({ name: each.text<'containerInsights'>('name'), value: each.text('value') })),
        tags: lowerTags(making.tagMap),
      }),
    );
    return { id: cluster?.clusterArn, arn: cluster?.clusterArn, name: cluster?.clusterName };
  },

  async aws_ecs_task_definition(block, making) {
    const { taskDefinition } = await making.client(ECSClient).send(
      new RegisterTaskDefinitionCommand({
        family: block.text('family'),
        networkMode: block.text('network_mode'),
        requiresCompatibilities: block.texts('requires_compatibilities'),
        cpu: block.text('cpu'),
        memory: block.text('memory'),
        executionRoleArn: block.text('execution_role_arn'),
        taskRoleArn: block.text('task_role_arn'),
        containerDefinitions: JSON.parse(must(block.text('container_definitions'), 'container_definitions')) as ContainerDefinition[], // the API takes what the text says
        tags: lowerTags(making.tagMap),
      }),
    );
    const { family, revision, taskDefinitionArn } = taskDefinition ?? {};
    return { id: family, family, arn: taskDefinitionArn, name: `${family}:${revision}` };
  },

  async aws_ecs_service(block, making) {
    const place = block.block('network_configuration');
    const { service } = await making.client(ECSClient).send(
      new CreateServiceCommand({
        serviceName: block.text('name'),
        cluster: block.text('cluster'),
        taskDefinition: block.text('task_definition'),
        desiredCount: block.number('desired_count'),
        launchType: block.text('launch_type'),
        networkConfiguration: place && {
          awsvpcConfiguration: {
            subnets: place.texts('subnets'),
            securityGroups: place.texts('security_groups'),
            assignPublicIp: place.flag('assign_public_ip') === true ? 'ENABLED' : 'DISABLED',
          },
        },
        loadBalancers: block.blocks('load_balancer').map((each) => ({
          targetGroupArn: each.text('target_group_arn'),
          containerName: each.text('container_name'),
          containerPort: each.number('container_port'),
        })),
        tags: lowerTags(making.tagMap),
      }),
    );
    return { id: service?.serviceArn, arn: service?.serviceArn, name: service?.serviceName };
  },

  async aws_eks_cluster(block, making) {
    const network = block.block('vpc_config');
    const { cluster } = await making.client(EKSClient).send(
      new CreateKubernetesCommand({
        name: block.text('name'),
        roleArn: block.text('role_arn'),
        version: block.text('version'),
        logging: { clusterLogging: [{ enabled: true, types: block.texts('enabled_cluster_log_types') }] },
        resourcesVpcConfig: {
          subnetIds: network?.texts('subnet_ids'),
          endpointPrivateAccess: network?.flag('endpoint_private_access'),
          endpointPublicAccess: network?.flag('endpoint_public_access'),
          publicAccessCidrs: network?.texts('public_access_cidrs'),
        },
        encryptionConfig: block.blocks('encryption_config').map((each) => ({
          resources: each.texts('resources'),
          provider: { keyArn: each.block('provider')?.text('key_arn') },
        })),
        tags: { ...making.tagMap },
      }),
    );
    return { id: cluster?.name, name: cluster?.name, arn: cluster?.arn };
  },

  async aws_sns_topic(block, making) {
    const { TopicArn } = await making.client(SNSClient).send(
      new CreateTopicCommand({
        Name: block.text('name'),
        Attributes: texts({ KmsMasterKeyId: block.text('kms_master_key_id') }),
        Tags: [...making.tags],
      }),
    );
    return { id: TopicArn, arn: TopicArn };
  },

  async aws_sns_topic_policy(block, making) {
    await making
      .client(SNSClient)
      .send(new SetTopicAttributesCommand({ TopicArn: block.text('arn'), AttributeName: 'Policy', AttributeValue: block.text('policy') }));
    return {};
  },

  async aws_sns_topic_subscription(block, making) {
    const { SubscriptionArn } = await making.client(SNSClient).send(
      new SubscribeCommand({
        TopicArn: block.text('topic_arn'),
        Protocol: block.text('protocol'),
        Endpoint: must(block.text('endpoint'), 'endpoint'),
      }),
    );
    return { id: SubscriptionArn, arn: SubscriptionArn };
  },

  async aws_sqs_queue(block, making) {
    const sqs = making.client(SQSClient);
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({
        QueueName: block.text('name'),
        Attributes: texts({
          SqsManagedSseEnabled: block.text('sqs_managed_sse_enabled'),
          MessageRetentionPeriod: block.text('message_retention_seconds'),
        }),
        tags: { ...making.tagMap },
      }),
    );
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    return { id: QueueUrl, url: QueueUrl, name: block.text('name'), arn: Attributes?.['QueueArn'] };
  },

  async aws_sqs_queue_policy(block, making) {
    const Attributes = { Policy: policyOf(block) };
    await making.client(SQSClient).send(new SetQueueAttributesCommand({ QueueUrl: block.text('queue_url'), Attributes }));
    return {};
  },
};

function policyOf(block: Block): string {
  return must(block.text('policy'), 'policy');
}

function lowerTags(tags: Readonly<Record<string, string>>): { readonly key: string; readonly value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** Those that are known. */
function texts(attributes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
