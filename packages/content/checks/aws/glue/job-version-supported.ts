/** Old Glue versions run on Spark and Python that nobody patches. */
import { defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Glue job version is supported', ja: 'Glue ジョブのバージョンがサポートされている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glue.job',
  why: {
    en: 'Glue before 3.0 runs Spark and Python releases that get no security fixes.',
    ja: '3.0 より前の Glue は、セキュリティ修正が提供されない Spark と Python で動きます。',
  },
  fix: {
    summary: {
      en: 'Set glue_version to 4.0 or later.',
      ja: 'glue_version を 4.0 以降にしてください。',
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
  glue_version = "5.0"
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
      GlueVersion: "5.0"`,
    cli: 'aws glue update-job --job-name NAME --job-update file://job.json',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/glue-version-support-policy.html'],
  equivalents: ['Glue.4', 'prowler:glue_etl_jobs_glue_version_supported'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (job.command === 'pythonshell')
      return notApplicable({ en: 'Python shell jobs have a version of their own', ja: 'Python シェルジョブには別のバージョンがあります' });
    if (Number(job.glueVersion) >= 3) return pass();
    return fail(
      { en: `Glue job ${job.name} runs on Glue ${job.glueVersion}`, ja: `Glue ジョブ ${job.name} は Glue ${job.glueVersion} で動きます` },
      { at: ['glueVersion'] },
    );
  },
  examples: [
    fails(
      '2.0',
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
  glue_version = "2.0"
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
      GlueVersion: "2.0"`,
      },
    ),
    fails(
      'not written',
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
    passes(
      '5.0',
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
  glue_version = "5.0"
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
      GlueVersion: "5.0"`,
      },
    ),
  ],
});
