import { CreateClusterCommand, CreateServiceCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, LEAKED, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const ecs = new ECSClient(connection);
  const network = await makeNetwork(connection, 63);
  await ecs.send(
    new CreateClusterCommand({
      clusterName: 'orders-containers',
      settings: [{ name: 'containerInsights', value: 'enabled' }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: CUSTOMER_KEY,
          logging: 'OVERRIDE',
          logConfiguration: { cloudWatchLogGroupName: '/shop/good', cloudWatchEncryptionEnabled: true },
        },
      },
    }),
  );
  await ecs.send(
    new CreateClusterCommand({
      clusterName: 'leaflets-containers',
      settings: [{ name: 'containerInsights', value: 'disabled' }],
      configuration: { executeCommandConfiguration: { logging: 'NONE' } },
    }),
  );
  await tasks(ecs);
  for (const [name, assignPublicIp, platformVersion] of [
    ['orders', 'DISABLED', 'LATEST'],
    ['leaflets', 'ENABLED', '1.3.0'],
  ] as const)
    await ecs.send(
      new CreateServiceCommand({
        cluster: `${name}-containers`,
        serviceName: `${name}-service`,
        taskDefinition: 'orders-task',
        desiredCount: 1,
        launchType: 'FARGATE',
        platformVersion,
        networkConfiguration: { awsvpcConfiguration: { subnets: [...network.subnets], securityGroups: [network.group], assignPublicIp } },
      }),
    );
}

async function tasks(ecs: ECSClient): Promise<void> {
  const image = 'public.ecr.aws/nginx/nginx:1.27';
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'orders-task',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/task`,
      executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/execution`,
      containerDefinitions: [
        {
          name: 'shop',
          image,
          user: '1000',
          readonlyRootFilesystem: true,
          logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/shop/good', 'awslogs-region': 'us-east-1' } },
        },
      ],
      volumes: [
        {
          name: 'files',
          efsVolumeConfiguration: { fileSystemId: 'fs-11111111', transitEncryption: 'ENABLED' },
        },
      ],
    }),
  );
  await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: 'leaflets-task',
      networkMode: 'host',
      pidMode: 'host',
      taskRoleArn: `arn:aws:iam::${ACCOUNT}:role/task`,
      executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/task`,
      containerDefinitions: [
        {
          name: 'leaflets',
          image,
          memory: 256,
          privileged: true,
          user: 'root',
          environment: [{ name: 'AWS_SECRET_ACCESS_KEY', value: LEAKED }],
        },
      ],
      volumes: [{ name: 'files', efsVolumeConfiguration: { fileSystemId: 'fs-11111111', transitEncryption: 'DISABLED' } }],
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-containers', 'leaflets-containers', ['aws-ecs-container-insights', 'aws-ecs-exec-logging']),
  ...pairs('orders-service', 'leaflets-service', ['aws-ecs-fargate-latest', 'aws-ecs-service-no-public-ip']),
  ...pairs('orders-task', 'leaflets-task', [
    'aws-ecs-task-no-secrets-in-env',
    'aws-ecs-task-efs-encrypted-in-transit',
    'aws-ecs-task-logging',
    'aws-ecs-task-no-host-network',
    'aws-ecs-task-no-host-pid',
    'aws-ecs-task-no-privileged',
    'aws-ecs-task-non-root',
    'aws-ecs-task-readonly-root',
    'aws-ecs-task-roles-separate',
  ]),
];
