/** One door to the buckets of several regions, with switches that nobody can change later. */
import { defineCheck, fail, fails, openSwitch, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Multi-Region Access Points block public access', ja: 'マルチリージョンアクセスポイントがパブリックアクセスをブロックする' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.multi-region-access-point',
  why: {
    en: 'Without the block a policy opens the buckets of all its regions at once, and the switches are fixed when it is made.',
    ja: 'ブロックがないと、ポリシー 1 つで全リージョンのバケットが公開されます。設定は作成後に変更できません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'details[*].public_access_block.block_public_acls', value: true },
        { set: 'details[*].public_access_block.block_public_policy', value: true },
        { set: 'details[*].public_access_block.ignore_public_acls', value: true },
        { set: 'details[*].public_access_block.restrict_public_buckets', value: true },
      ],
    },
    cautions: ['replaces', 'closes-access'],
    summary: { en: 'Create the access point anew with all four switches on.', ja: '4 項目すべてを有効にして作り直してください。' },
    terraform: `resource "aws_s3control_multi_region_access_point" "reports" {
  details {
    name = "reports"
    region {
      bucket = "orders-bucket"
    }
    public_access_block {
      block_public_acls       = true
      ignore_public_acls      = true
      block_public_policy     = true
      restrict_public_buckets = true
    }
  }
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::S3::MultiRegionAccessPoint
    Properties:
      Name: reports
      Regions:
        - Bucket: orders-bucket`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html'],
  equivalents: ['S3.24', 'prowler:s3_multi_region_access_point_public_access_block'],
  noFramework: 'no control mapping yet',
  evaluate(point) {
    const off = openSwitch(point.switches);
    if (!off) return pass();
    return fail({
      en: `Multi-Region Access Point ${point.name} does not turn on ${off}`,
      ja: `マルチリージョンアクセスポイント ${point.name} で ${off} が有効になっていません`,
    });
  },
  examples: [
    fails(
      'a switch off',
      `resource "aws_s3control_multi_region_access_point" "reports" {
  details {
    name = "reports"
    region {
      bucket = "orders-bucket"
    }
    public_access_block {
      block_public_policy = false
    }
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::S3::MultiRegionAccessPoint
    Properties:
      Name: reports
      Regions:
        - Bucket: orders-bucket
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        IgnorePublicAcls: true
        BlockPublicPolicy: false
        RestrictPublicBuckets: true`,
      },
    ),
    passes(
      'by default',
      `resource "aws_s3control_multi_region_access_point" "reports" {
  details {
    name = "reports"
    region {
      bucket = "orders-bucket"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::S3::MultiRegionAccessPoint
    Properties:
      Name: reports
      Regions:
        - Bucket: orders-bucket`,
      },
    ),
  ],
});
