/** Files travel over the network of the VPC. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tasks mount file systems with encryption in transit', ja: 'タスクがファイルシステムを暗号化通信でマウントする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecs.task-definition',
  why: {
    en: 'Without TLS the files of the task travel readably between container and file system.',
    ja: 'TLS がないと、コンテナとファイルシステムの間でファイルが読める形で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'volume[*].efs_volume_configuration[*].transit_encryption', value: 'ENABLED' }],
      cloudformation: [{ set: 'Volumes[*].EFSVolumeConfiguration[*].TransitEncryption', value: 'ENABLED' }],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set transit_encryption to ENABLED for each EFS volume.',
      ja: '各 EFS ボリュームの transit_encryption を ENABLED にしてください。',
    },
    terraform: `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = jsonencode([])
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      Volumes:
        - Name: files
          EFSVolumeConfiguration:
            FilesystemId: fs-0123456789abcdef0
            TransitEncryption: ENABLED`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html'],
  equivalents: ['CKV_AWS_97', 'AVD-AWS-0035', 'tfsec:aws-ecs-enable-in-transit-encryption'],
  noFramework: 'no control mapping yet',
  evaluate(task) {
    if (none(task.volumes, (volume) => volume.isEfs && volume.transitEncryption !== 'ENABLED')) return pass();
    return fail({
      en: `Task ${task.name} mounts a file system without encryption in transit`,
      ja: `タスク ${task.name} はファイルシステムを暗号化せずにマウントします`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = jsonencode([])
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      Volumes:
        - Name: files
          EFSVolumeConfiguration:
            FilesystemId: fs-0123456789abcdef0`,
      },
    ),
    passes(
      'encrypted',
      `resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  container_definitions = jsonencode([])
  volume {
    name = "files"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: orders
      Volumes:
        - Name: files
          EFSVolumeConfiguration:
            FilesystemId: fs-0123456789abcdef0
            TransitEncryption: ENABLED`,
      },
    ),
  ],
});
