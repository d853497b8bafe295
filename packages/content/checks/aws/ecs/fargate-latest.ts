/** Security fixes of the platform come with its latest version only. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Fargate services use the latest platform version', ja: 'Fargate のサービスが最新のプラットフォームバージョンを使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecs.service',
  why: {
    en: 'Kernel and runtime below the containers are patched in the latest platform version; a fixed one falls behind.',
    ja: 'コンテナの下のカーネルやランタイムは最新バージョンで修正されます。固定すると取り残されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'platform_version', value: 'LATEST' }], cloudformation: [{ set: 'PlatformVersion', value: 'LATEST' }] },
    cautions: ['may-replace'],
    summary: {
      en: 'Set platform_version to LATEST, or leave it out.',
      ja: 'platform_version を LATEST にするか、省略してください。',
    },
    terraform: `resource "aws_ecs_service" "orders" {
  name             = "orders"
  cluster          = "orders"
  task_definition  = "orders:7"
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      LaunchType: FARGATE
      PlatformVersion: LATEST`,
    cli: 'aws ecs update-service --cluster CLUSTER --service NAME --platform-version LATEST',
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'],
  equivalents: ['CKV_AWS_332', 'ECS.10', 'prowler:ecs_service_fargate_latest_platform_version'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.launchType !== 'FARGATE') return notApplicable({ en: 'It does not run on Fargate', ja: 'Fargate で動いていません' });
    if (service.platformVersion === 'LATEST') return pass();
    return fail(
      {
        en: `Service ${service.name} stays on platform version ${service.platformVersion}`,
        ja: `サービス ${service.name} はプラットフォームバージョン ${service.platformVersion} に固定されています`,
      },
      { at: ['platformVersion'] },
    );
  },
  examples: [
    fails(
      'a fixed version',
      `resource "aws_ecs_service" "orders" {
  name             = "orders"
  cluster          = "orders"
  task_definition  = "orders:7"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      LaunchType: FARGATE
      PlatformVersion: 1.3.0`,
      },
    ),
    passes(
      'the latest',
      `resource "aws_ecs_service" "orders" {
  name             = "orders"
  cluster          = "orders"
  task_definition  = "orders:7"
  launch_type      = "FARGATE"
  platform_version = "LATEST"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      LaunchType: FARGATE
      PlatformVersion: LATEST`,
      },
    ),
    passes(
      'not written',
      `resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "orders"
  task_definition = "orders:7"
  launch_type     = "FARGATE"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      LaunchType: FARGATE`,
      },
    ),
    isNotApplicable(
      'on instances',
      `resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "orders"
  task_definition = "orders:7"
  launch_type     = "EC2"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Service
    Properties:
      ServiceName: orders
      Cluster: orders
      TaskDefinition: orders:7
      LaunchType: EC2`,
      },
    ),
  ],
});
