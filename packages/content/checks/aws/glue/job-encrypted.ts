/** A job copies the data it works on into S3 and into its logs. */
import { defineCheck, fail, fails, isUnknown, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Glue jobs encrypt outputs and logs', ja: 'Glue ジョブが出力とログを暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glue.job',
  why: {
    en: 'Jobs copy the data they work on into S3 and into logs; those copies are as sensitive as the source.',
    ja: 'ジョブは処理したデータを S3 やログに複製します。複製も元データと同じく保護が必要です。',
  },
  fix: {
    summary: {
      en: 'Give the job a security configuration that encrypts S3 and CloudWatch Logs.',
      ja: 'S3 と CloudWatch Logs を暗号化するセキュリティ設定をジョブに付けてください。',
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
}
resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
  security_configuration = aws_glue_security_configuration.orders.name
}`,
    cloudformation: `Resources:
  Protected:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: orders
      EncryptionConfiguration:
        CloudWatchEncryption:
          CloudWatchEncryptionMode: SSE-KMS
        JobBookmarksEncryption:
          JobBookmarksEncryptionMode: CSE-KMS
        S3Encryptions:
          - S3EncryptionMode: SSE-KMS
  Orders:
    Type: AWS::Glue::Job
    Properties:
      Name: orders
      Role: arn:aws:iam::123456789012:role/glue
      Command:
        Name: glueetl
        ScriptLocation: s3://orders-scripts/job.py
      SecurityConfiguration: !Ref Protected`,
    cli: 'aws glue update-job --job-name NAME --job-update file://job.json',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
  equivalents: [
    'prowler:glue_etl_jobs_amazon_s3_encryption_enabled',
    'prowler:glue_etl_jobs_cloudwatch_logs_encryption_enabled',
    'cloudsploit:glueS3EncryptionEnabled',
    'cloudsploit:glueCloudwatchLogsEncrypted',
  ],
  evaluate(job) {
    const open = (what: string) =>
      fail({ en: `Glue job ${job.name} does not encrypt ${what}`, ja: `Glue ジョブ ${job.name} は暗号化が不足しています (${what})` });
    if (!job.hasSecurityConfiguration) return open('its outputs and logs');
    const configuration = job.securityConfiguration;
    if (!configuration) return open('its outputs and logs');
    const what = which({
      'data in S3': () => configuration.outputMode === 'DISABLED',
      logs: () => configuration.logsMode === 'DISABLED',
    });
    return what === undefined ? pass() : open(what);
  },
  examples: [
    fails(
      'no configuration',
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
}
resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
}`,
      {
        cloudformation: `Resources:
  Protected:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: orders
      EncryptionConfiguration:
        CloudWatchEncryption:
          CloudWatchEncryptionMode: SSE-KMS
        JobBookmarksEncryption:
          JobBookmarksEncryptionMode: CSE-KMS
        S3Encryptions:
          - S3EncryptionMode: SSE-KMS
  Orders:
    Type: AWS::Glue::Job
    Properties:
      Name: orders
      Role: arn:aws:iam::123456789012:role/glue
      Command:
        Name: glueetl
        ScriptLocation: s3://orders-scripts/job.py`,
      },
    ),
    fails(
      'logs left out',
      `resource "aws_glue_security_configuration" "orders" {
  name = "orders"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}
resource "aws_glue_job" "orders" {
  name                   = "orders"
  security_configuration = aws_glue_security_configuration.orders.name
  role_arn               = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
}`,
    ),
    passes(
      'with one that encrypts',
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
}
resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
  security_configuration = aws_glue_security_configuration.orders.name
}`,
      {
        cloudformation: `Resources:
  Protected:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: orders
      EncryptionConfiguration:
        CloudWatchEncryption:
          CloudWatchEncryptionMode: SSE-KMS
        JobBookmarksEncryption:
          JobBookmarksEncryptionMode: CSE-KMS
        S3Encryptions:
          - S3EncryptionMode: SSE-KMS
  Orders:
    Type: AWS::Glue::Job
    Properties:
      Name: orders
      Role: arn:aws:iam::123456789012:role/glue
      Command:
        Name: glueetl
        ScriptLocation: s3://orders-scripts/job.py
      SecurityConfiguration: !Ref Protected`,
      },
    ),
    isUnknown(
      'one that is elsewhere',
      `resource "aws_glue_job" "orders" {
  name                   = "orders"
  security_configuration = "shared"
  role_arn               = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
}`,
    ),
  ],
});
