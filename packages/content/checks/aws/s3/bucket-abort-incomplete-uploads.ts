/** Parts of broken uploads are invisible in listings, cost money and are never deleted by themselves. */
import { any, defineCheck, fail, fails, isNotApplicable, none, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Lifecycle removes incomplete uploads', ja: 'ライフサイクルが未完了のアップロードを削除する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Parts of uploads that broke off stay for ever: they do not show in listings, are paid for and may hold data that should be gone.',
    ja: '中断したアップロードの断片は一覧に出ないまま残り続け、費用がかかり、消えるべきデータを含むことがあります。',
  },
  fix: {
    edits: {
      terraform: [
        {
          beside: 'aws_s3_bucket_lifecycle_configuration',
          by: 'bucket',
          values: {
            'rule[id=abort-incomplete-uploads].status': 'Enabled',
            'rule[id=abort-incomplete-uploads].filter.prefix': '',
            'rule[id=abort-incomplete-uploads].abort_incomplete_multipart_upload.days_after_initiation': 7,
          },
        },
      ],
      cloudformation: [
        { set: 'LifecycleConfiguration.Rules[Id=abort-incomplete-uploads].Status', value: 'Enabled' },
        { set: 'LifecycleConfiguration.Rules[Id=abort-incomplete-uploads].AbortIncompleteMultipartUpload.DaysAfterInitiation', value: 7 },
      ],
    },
    cautions: ['deletes-old-data'],
    summary: {
      en: 'Add abort_incomplete_multipart_upload to a lifecycle rule.',
      ja: 'ライフサイクルルールに abort_incomplete_multipart_upload を追加してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 730
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
            ExpirationInDays: 730
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 7`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html'],
  equivalents: ['CKV_AWS_300'],
  noFramework: 'no control mapping yet',
  evaluate(bucket) {
    if (none(bucket.lifecycleRules, () => true))
      return notApplicable({ en: 'The bucket has no lifecycle rules', ja: 'ライフサイクルルールがありません' });
    if (any(bucket.lifecycleRules, (rule) => rule.isEnabled && rule.abortsUploads && rule.isForAll)) return pass();
    return fail({
      en: `No lifecycle rule of bucket ${bucket.name} removes incomplete uploads`,
      ja: `バケット ${bucket.name} のライフサイクルルールは未完了のアップロードを削除しません`,
    });
  },
  examples: [
    fails(
      'expiration only',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 730
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
            ExpirationInDays: 730`,
      },
    ),
    fails(
      'for one folder only',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "reports"
    status = "Enabled"
    filter {
      prefix = "reports/"
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: reports
            Status: Enabled
            Prefix: reports/
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 7`,
      },
    ),
    fails(
      'the rule is off',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Disabled"
    expiration {
      days = 730
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Disabled
            ExpirationInDays: 730
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 7`,
      },
    ),
    passes(
      'removed after a week',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_lifecycle_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration {
      days = 730
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket
      LifecycleConfiguration:
        Rules:
          - Id: old
            Status: Enabled
            ExpirationInDays: 730
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 7`,
      },
    ),
    isNotApplicable(
      'no lifecycle',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: orders-bucket`,
      },
    ),
  ],
});
