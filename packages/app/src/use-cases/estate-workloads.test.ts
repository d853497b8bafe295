/** Workloads and stores of AWS: the same thing written as Terraform and as CloudFormation, or told by the API, gives the same entity. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEstate, storesOf, workloadsOf } from '@kumomori/model';
import type { DataStore, Estate, ExampleFormat, ExampleSource, Workload } from '@kumomori/model';
import { exampleRoots } from './example-resources.ts';

function estateOf(format: ExampleFormat, source: ExampleSource): Estate {
  const failed = (_: unknown, error: unknown): never => {
    throw error;
  };
  return readEstate(exampleRoots(format, source), { account: '123456789012', failed });
}

/** What a thing says, whatever language it was written in. */
function said({ place: _place, node: _node, names: _names, type: _type, region: _region, ...entity }: Workload | DataStore): unknown {
  return {
    ...entity,
    ...('madeFrom' in entity && { madeFrom: entity.madeFrom.items.length }),
    id: entity.id.replace(/~[\w.]+$/, '~self').replace(/(:1|~revision)$/, ''),
    credentials: entity.credentials.map(({ credential, where }) => `${credential} in ${where}`),
  };
}

interface Case {
  readonly name: string;
  readonly terraform: string;
  readonly cloudformation: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

const texts = (...items: readonly string[]): unknown => ({ items, rest: null });

const workloads: readonly Case[] = [
  {
    name: 'an instance with a profile, IMDSv1 and a password login',
    terraform: `resource "aws_instance" "web" {
  ami                  = "ami-12345678"
  iam_instance_profile = "web"
  user_data            = "#!/bin/sh\\nsed -i s/x/y/ /etc/ssh/sshd_config\\nPasswordAuthentication yes\\n"
  metadata_options {
    http_tokens                 = "optional"
    http_put_response_hop_limit = 2
  }
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      IamInstanceProfile: web
      UserData: |
        #!/bin/sh
        PasswordAuthentication yes
      MetadataOptions: { HttpTokens: optional, HttpPutResponseHopLimit: 2 }`,
    expect: {
      workloadKind: 'aws.ec2.instance',
      identities: texts('web'),
      codeFrom: texts('ami-12345678'),
      hasOpenMetadata: true,
      hasMetadataForContainers: true,
      allowsPasswordLogin: true,
    },
  },
  {
    name: 'a group takes everything from its launch template',
    terraform: `resource "aws_launch_template" "web" {
  image_id = "ami-12345678"
  iam_instance_profile { name = "web" }
  metadata_options { http_tokens = "required" }
}
resource "aws_autoscaling_group" "web" {
  name = "web"
  mixed_instances_policy {
    launch_template {
      launch_template_specification { launch_template_id = aws_launch_template.web.id }
    }
  }
}`,
    cloudformation: `Resources:
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-12345678
        IamInstanceProfile: { Name: web }
        MetadataOptions: { HttpTokens: required }
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: web
      MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification: { LaunchTemplateId: !Ref Template } } }`,
    expect: {
      workloadKind: 'aws.autoscaling.group',
      identities: texts('web'),
      codeFrom: texts('ami-12345678'),
      hasOpenMetadata: false,
      isTemplate: false,
    },
  },
  {
    name: 'a function with code in a bucket, a queue and an open address',
    terraform: `resource "aws_iam_role" "api" { name = "api" }
resource "aws_s3_bucket" "releases" { bucket = "releases" }
resource "aws_sqs_queue" "orders" { name = "orders" }
resource "aws_lambda_function" "api" {
  function_name = "orders-api"
  role          = aws_iam_role.api.arn
  s3_bucket     = aws_s3_bucket.releases.bucket
  s3_key        = "api.zip"
}
resource "aws_lambda_function_url" "api" {
  function_name      = aws_lambda_function.api.function_name
  authorization_type = "NONE"
}
resource "aws_lambda_event_source_mapping" "orders" {
  function_name    = aws_lambda_function.api.arn
  event_source_arn = aws_sqs_queue.orders.arn
}`,
    cloudformation: `Resources:
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: api } }
  Releases: { Type: AWS::S3::Bucket, Properties: { BucketName: releases } }
  Orders: { Type: AWS::SQS::Queue, Properties: { QueueName: orders } }
  Api:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders-api
      Role: !GetAtt Role.Arn
      Code: { S3Bucket: !Ref Releases, S3Key: api.zip }
  Url: { Type: AWS::Lambda::Url, Properties: { TargetFunctionArn: !GetAtt Api.Arn, AuthType: NONE } }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Api, EventSourceArn: !GetAtt Orders.Arn }`,
    expect: {
      workloadKind: 'aws.lambda.function',
      identities: texts('arn:aws:iam::123456789012:role/api'),
      codeFrom: texts('arn:aws:s3:::releases/api.zip'),
      triggers: texts('arn:aws:sqs:~region:123456789012:orders'),
      isCallableByAnyone: true,
    },
  },
  {
    name: 'a service runs what its task definition says',
    terraform: `resource "aws_iam_role" "task" { name = "task" }
resource "aws_iam_role" "pull" { name = "pull" }
resource "aws_ecr_repository" "orders" { name = "orders" }
resource "aws_secretsmanager_secret" "db" { name = "orders-db" }
resource "aws_ecs_task_definition" "orders" {
  family             = "orders"
  task_role_arn      = aws_iam_role.task.arn
  execution_role_arn = aws_iam_role.pull.arn
  pid_mode           = "host"
  container_definitions = jsonencode([{
    name       = "web"
    image      = "\${aws_ecr_repository.orders.repository_url}:7"
    privileged = true
    secrets    = [{ name = "PASSWORD", valueFrom = "\${aws_secretsmanager_secret.db.arn}:password::" }]
  }])
  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock"
  }
}
resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "prod"
  task_definition = aws_ecs_task_definition.orders.arn
}`,
    cloudformation: `Resources:
  Task: { Type: AWS::IAM::Role, Properties: { RoleName: task } }
  Pull: { Type: AWS::IAM::Role, Properties: { RoleName: pull } }
  Repository: { Type: AWS::ECR::Repository, Properties: { RepositoryName: orders } }
  Db: { Type: AWS::SecretsManager::Secret, Properties: { Name: orders-db } }
  Definition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      TaskRoleArn: !GetAtt Task.Arn
      ExecutionRoleArn: !GetAtt Pull.Arn
      PidMode: host
      ContainerDefinitions:
        - Name: web
          Image: !Sub "\${Repository.RepositoryUri}:7"
          Privileged: true
          Secrets: [{ Name: PASSWORD, ValueFrom: !Sub "\${Db}:password::" }]
      Volumes: [{ Name: docker, Host: { SourcePath: /var/run/docker.sock } }]
  Service:
    Type: AWS::ECS::Service
    Properties: { ServiceName: orders, Cluster: prod, TaskDefinition: !Ref Definition }`,
    expect: {
      workloadKind: 'aws.ecs.service',
      identities: texts('arn:aws:iam::123456789012:role/task'),
      servedBy: texts('arn:aws:iam::123456789012:role/pull'),
      codeFrom: texts('arn:aws:ecr:~region:123456789012:repository/orders'),
      holds: texts('arn:aws:secretsmanager:~region:123456789012:secret:orders-db-~~~~~~'),
      escapes: ['container-socket', 'host-pid', 'privileged'],
    },
  },
  {
    name: 'a build with a secret from the store',
    terraform: `resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = "arn:aws:iam::123456789012:role/build"
  artifacts { type = "NO_ARTIFACTS" }
  environment {
    image           = "aws/codebuild/standard:7.0"
    type            = "LINUX_CONTAINER"
    compute_type    = "BUILD_GENERAL1_SMALL"
    privileged_mode = true
    environment_variable {
      name  = "NPM_TOKEN"
      type  = "SECRETS_MANAGER"
      value = "npm-token"
    }
    environment_variable {
      name  = "DEPLOY_TOKEN"
      value = "s8dF3kq0Zx91mN7pQ2"
    }
  }
  source {
    type     = "GITHUB"
    location = "https://github.com/example/orders.git"
  }
}`,
    cloudformation: `Resources:
  Build:
    Type: AWS::CodeBuild::Project
    Properties:
      Name: build
      ServiceRole: arn:aws:iam::123456789012:role/build
      Artifacts: { Type: NO_ARTIFACTS }
      Environment:
        Image: aws/codebuild/standard:7.0
        PrivilegedMode: true
        EnvironmentVariables:
          - { Name: NPM_TOKEN, Type: SECRETS_MANAGER, Value: npm-token }
          - { Name: DEPLOY_TOKEN, Value: s8dF3kq0Zx91mN7pQ2 }
      Source: { Type: GITHUB, Location: https://github.com/example/orders.git }`,
    expect: {
      workloadKind: 'aws.codebuild.project',
      identities: texts('arn:aws:iam::123456789012:role/build'),
      codeFrom: texts('https://github.com/example/orders.git', 'aws/codebuild/standard:7.0'),
      holds: texts('npm-token'),
      credentials: ['password in environment'],
      escapes: ['privileged'],
    },
  },
  {
    name: 'an environment of Elastic Beanstalk says its profile in an option',
    terraform: `resource "aws_elastic_beanstalk_environment" "shop" {
  name        = "shop"
  application = "shop"
  setting {
    namespace = "aws:autoscaling:launchconfiguration"
    name      = "IamInstanceProfile"
    value     = "shop"
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::ElasticBeanstalk::Environment
    Properties:
      EnvironmentName: shop
      ApplicationName: shop
      OptionSettings:
        - { Namespace: aws:autoscaling:launchconfiguration, OptionName: IamInstanceProfile, Value: shop }`,
    expect: { workloadKind: 'aws.elasticbeanstalk.environment', identities: texts('shop') },
  },
];

for (const { name, terraform, cloudformation, expect } of workloads) {
  void test(`${name}: Terraform and CloudFormation say the same`, () => {
    const [fromTerraform, fromTemplate] = (['terraform', 'cloudformation'] as const).map((format) => {
      const source = format === 'terraform' ? terraform : cloudformation;
      const found = workloadsOf(estateOf(format, source)).find(({ workloadKind }) => workloadKind === expect['workloadKind']);
      assert.ok(found, `no workload in ${format}`);
      return said(found) as Readonly<Record<string, unknown>>;
    });
    assert.deepEqual(fromTerraform, fromTemplate);
    assert.deepEqual(Object.fromEntries(Object.keys(expect).map((key) => [key, fromTerraform?.[key]])), expect);
  });
}

const stores: readonly Case[] = [
  {
    name: 'a bucket of customers, replicated, public policies without effect',
    terraform: `resource "aws_s3_bucket" "customers" { bucket = "kokyaku-data" }
resource "aws_s3_bucket_public_access_block" "customers" {
  bucket                  = aws_s3_bucket.customers.id
  restrict_public_buckets = true
  ignore_public_acls      = false
}
resource "aws_s3_bucket_server_side_encryption_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
    }
  }
}
resource "aws_s3_bucket_replication_configuration" "customers" {
  bucket = aws_s3_bucket.customers.id
  role   = "arn:aws:iam::123456789012:role/replication"
  rule {
    status = "Enabled"
    destination { bucket = "arn:aws:s3:::copy" }
  }
}
resource "aws_s3_bucket_acl" "customers" {
  bucket = aws_s3_bucket.customers.id
  acl    = "public-read"
}`,
    cloudformation: `Resources:
  Customers:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: kokyaku-data
      AccessControl: PublicRead
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: true, IgnorePublicAcls: false }
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: { SSEAlgorithm: aws:kms, KMSMasterKeyID: arn:aws:kms:eu-west-1:123456789012:key/1 }
      ReplicationConfiguration:
        Role: arn:aws:iam::123456789012:role/replication
        Rules: [{ Status: Enabled, Destination: { Bucket: arn:aws:s3:::copy } }]`,
    expect: {
      storeKind: 'aws.s3.bucket',
      dataClass: 'personal',
      classFrom: 'name kokyaku',
      blocksPublic: true,
      blocksPublicAcls: false,
      isLogged: false,
      sharedWith: texts('*'),
      key: 'arn:aws:kms:eu-west-1:123456789012:key/1',
      copiesTo: texts('arn:aws:s3:::copy'),
    },
  },
  {
    name: 'a database tagged as confidential',
    terraform: `resource "aws_db_instance" "orders" {
  identifier        = "orders"
  instance_class    = "db.t4g.micro"
  storage_encrypted = true
  kms_key_id        = "arn:aws:kms:eu-west-1:123456789012:key/1"
  tags              = { "機密区分" = "社外秘" }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders
      DBInstanceClass: db.t4g.micro
      StorageEncrypted: true
      KmsKeyId: arn:aws:kms:eu-west-1:123456789012:key/1
      Tags: [{ Key: 機密区分, Value: 社外秘 }]`,
    expect: { storeKind: 'aws.rds.instance', dataClass: 'confidential', classFrom: 'tag 機密区分=社外秘', isEncrypted: true },
  },
  {
    name: 'a secret is one whatever it is called',
    terraform: `resource "aws_secretsmanager_secret" "db" { name = "logs" }`,
    cloudformation: `Resources:
  Db: { Type: AWS::SecretsManager::Secret, Properties: { Name: logs } }`,
    expect: { storeKind: 'aws.secretsmanager.secret', dataClass: 'secret', classFrom: 'kind' },
  },
];

for (const { name, terraform, cloudformation, expect } of stores) {
  void test(`${name}: Terraform and CloudFormation say the same`, () => {
    const [fromTerraform, fromTemplate] = (['terraform', 'cloudformation'] as const).map((format) => {
      const source = format === 'terraform' ? terraform : cloudformation;
      const found = storesOf(estateOf(format, source)).find(({ storeKind }) => storeKind === expect['storeKind']);
      assert.ok(found, `no store in ${format}`);
      return said(found) as Readonly<Record<string, unknown>>;
    });
    assert.deepEqual(fromTerraform, fromTemplate);
    assert.deepEqual(Object.fromEntries(Object.keys(expect).map((key) => [key, fromTerraform?.[key]])), expect);
  });
}
