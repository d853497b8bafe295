/** A security configuration that leaves one output open leaves that copy of the data open. */
import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Glue security configurations encrypt outputs, logs and bookmarks',
    ja: 'Glue のセキュリティ設定が出力・ログ・ブックマークを暗号化する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glue.security-configuration',
  why: {
    en: 'Jobs write data to S3, parts of it to logs, and keys of it to bookmarks; each place left out keeps a readable copy.',
    ja: 'ジョブはデータを S3 に、その一部をログに、キーをブックマークに書きます。暗号化されない場所には読める複製が残ります。',
  },
  fix: {
    summary: {
      en: 'Set encryption for S3, CloudWatch Logs and job bookmarks.',
      ja: 'S3・CloudWatch Logs・ジョブブックマークのすべてに暗号化を設定してください。',
    },
    terraform: `resource "aws_glue_security_configuration" "orders" {
  name = "orders"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: orders
      EncryptionConfiguration:
        CloudWatchEncryption:
          CloudWatchEncryptionMode: SSE-KMS
          KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        JobBookmarksEncryption:
          JobBookmarksEncryptionMode: CSE-KMS
          KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        S3Encryptions:
          - S3EncryptionMode: SSE-KMS
            KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws glue create-security-configuration --name NAME --encryption-configuration file://encryption.json',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
  equivalents: ['CKV_AWS_99'],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    const open = which({
      'data in S3': () => configuration.outputMode === 'DISABLED',
      logs: () => configuration.logsMode === 'DISABLED',
      bookmarks: () => configuration.bookmarksMode === 'DISABLED',
    });
    if (open === undefined) return pass();
    return fail({
      en: `Security configuration ${configuration.name} does not encrypt ${open}`,
      ja: `セキュリティ設定 ${configuration.name} には暗号化されない出力があります (${open})`,
    });
  },
  examples: [
    fails(
      'logs left out',
      `resource "aws_glue_security_configuration" "orders" {
  name = "orders"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: orders
      EncryptionConfiguration:
        CloudWatchEncryption:
          CloudWatchEncryptionMode: DISABLED
        JobBookmarksEncryption:
          JobBookmarksEncryptionMode: CSE-KMS
        S3Encryptions:
          - S3EncryptionMode: SSE-KMS`,
      },
    ),
    passes(
      'everything',
      `resource "aws_glue_security_configuration" "orders" {
  name = "orders"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
      kms_key_arn                = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
      kms_key_arn                   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
      kms_key_arn        = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: orders
      EncryptionConfiguration:
        CloudWatchEncryption:
          CloudWatchEncryptionMode: SSE-KMS
          KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        JobBookmarksEncryption:
          JobBookmarksEncryptionMode: CSE-KMS
          KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        S3Encryptions:
          - S3EncryptionMode: SSE-KMS
            KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
