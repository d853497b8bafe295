/** Sessions show whatever is typed and printed, passwords too. */
import { defineCheck, fail, fails, notApplicable, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Sessions in containers and their logs are encrypted', ja: 'コンテナへのセッションとログが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ecs.cluster',
  why: {
    en: 'Sessions show what is typed and printed, passwords among it; so do their logs.',
    ja: 'セッションには入力や出力がすべて現れ、パスワードも含まれます。ログも同様です。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key for sessions, and encrypt the logs they are written to.',
      ja: 'セッション用の KMS キーを指定し、書き込み先のログも暗号化してください。',
    },
    terraform: `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      kms_key_id = "alias/orders"
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = "/ecs/sessions"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          KmsKeyId: alias/orders
          Logging: OVERRIDE
          LogConfiguration:
            CloudWatchEncryptionEnabled: true
            CloudWatchLogGroupName: /ecs/sessions`,
  },
  references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html'],
  equivalents: ['CKV_AWS_224'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (!cluster.configuresExec) return notApplicable({ en: 'Sessions are not configured', ja: 'セッションの設定がありません' });
    if (cluster.execLogging === 'NONE') return notApplicable({ en: 'Sessions are not logged', ja: 'セッションを記録していません' });
    const open = which({
      'the session': () => !cluster.execHasCustomerKey,
      'the log in CloudWatch': () => cluster.execLogsToCloudWatch && !cluster.execCloudWatchEncrypted,
      'the log in S3': () => cluster.execLogsToS3 && !cluster.execS3Encrypted,
      'the log': () => !cluster.execCloudWatchEncrypted && !cluster.execS3Encrypted,
    });
    if (open === undefined) return pass();
    return fail({
      en: `Cluster ${cluster.name} does not encrypt sessions in containers fully: ${open}`,
      ja: `クラスター ${cluster.name} のコンテナへのセッションに暗号化されない部分があります (${open})`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          Logging: DEFAULT`,
      },
    ),
    fails(
      'the log',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      kms_key_id = "alias/orders"
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_log_group_name = "/ecs/sessions"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          KmsKeyId: alias/orders
          Logging: OVERRIDE
          LogConfiguration:
            CloudWatchLogGroupName: /ecs/sessions`,
      },
    ),
    passes(
      'both',
      `resource "aws_ecs_cluster" "orders" {
  name = "orders"
  configuration {
    execute_command_configuration {
      kms_key_id = "alias/orders"
      logging    = "OVERRIDE"
      log_configuration {
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = "/ecs/sessions"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: orders
      Configuration:
        ExecuteCommandConfiguration:
          KmsKeyId: alias/orders
          Logging: OVERRIDE
          LogConfiguration:
            CloudWatchEncryptionEnabled: true
            CloudWatchLogGroupName: /ecs/sessions`,
      },
    ),
  ],
});
