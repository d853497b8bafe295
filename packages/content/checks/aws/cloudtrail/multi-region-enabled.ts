/** An attacker works in the region nobody watches; and management events that are not recorded cannot be investigated. */
import { defineCheck, fail, fails, isUnknown, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'A multi-region trail records management events', ja: 'マルチリージョンの証跡が管理イベントを記録している' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'What happens in a region without a trail, or while logging is off, can be neither detected nor investigated later.',
    ja: '証跡のないリージョンや記録停止中に起きたことは、検知も後からの調査もできません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'is_multi_region_trail', value: true }],
      cloudformation: [
        { set: 'IsLogging', value: true },
        { set: 'IsMultiRegionTrail', value: true },
      ],
    },
    summary: {
      en: 'Make the trail multi-region, keep logging on and record management events.',
      ja: '証跡をマルチリージョンにし、記録を有効に保ち、管理イベントを記録してください。',
    },
    terraform: `resource "aws_cloudtrail" "main" {
  name                          = "organization-trail"
  s3_bucket_name                = "trail-logs-123456789012"
  is_multi_region_trail         = true
  enable_log_file_validation    = true
  kms_key_id                    = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      IsMultiRegionTrail: true`,
    cli: 'aws cloudtrail update-trail --name NAME --is-multi-region-trail; aws cloudtrail start-logging --name NAME',
    console: {
      en: 'CloudTrail → Trails → the trail → Edit → Apply trail to all regions; then Start logging.',
      ja: 'CloudTrail → 証跡 → 対象の証跡 → 編集 → すべてのリージョンに適用し、ログ記録を開始します。',
    },
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
  equivalents: [
    'CKV_AWS_67',
    'AVD-AWS-0014',
    'tfsec:aws-cloudtrail-enable-all-regions',
    'CloudTrail.1',
    'CloudTrail.3',
    'prowler:cloudtrail_multi_region_enabled',
    'prowler:cloudtrail_multi_region_enabled_logging_management_events',
    'cloudsploit:cloudtrailEnabled',
  ],
  evaluate(trail) {
    const problem = which({
      region: () => !trail.isMultiRegion,
      logging: () => !trail.isLogging,
      events: () => !trail.recordsManagementEvents,
    });
    if (problem === 'region') {
      return fail({ en: `Trail ${trail.name} records only one region`, ja: `証跡 ${trail.name} は 1 つのリージョンしか記録していません` });
    }
    if (problem === 'logging')
      return fail({ en: `Trail ${trail.name} has logging switched off`, ja: `証跡 ${trail.name} の記録が停止されています` });
    if (problem === 'events') {
      return fail({
        en: `Trail ${trail.name} records no management events that change something`,
        ja: `証跡 ${trail.name} は変更を伴う管理イベントを記録していません`,
      });
    }
    return pass();
  },
  examples: [
    fails(
      'one region by default',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true`,
      },
    ),
    fails(
      'logging is off',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  is_multi_region_trail = true
  enable_logging        = false
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: false
      IsMultiRegionTrail: true`,
      },
    ),
    fails(
      'only data events by an advanced selector',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  is_multi_region_trail = true
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
  }
}`,
    ),
    fails(
      'only events that read',
      `resource "aws_cloudtrail" "main" {
  name                  = "main-trail"
  s3_bucket_name        = "trail-logs"
  is_multi_region_trail = true
  event_selector {
    read_write_type           = "ReadOnly"
    include_management_events = true
  }
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      IsMultiRegionTrail: true
      EventSelectors:
        - ReadWriteType: ReadOnly
          IncludeManagementEvents: true`,
      },
    ),
    passes(
      'management events that change something, by an advanced selector',
      `resource "aws_cloudtrail" "main" {
  name                  = "main-trail"
  s3_bucket_name        = "trail-logs"
  is_multi_region_trail = true
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["false"]
    }
  }
}`,
    ),
    passes(
      'multi-region through a variable default',
      `variable "all_regions" {
  default = true
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  is_multi_region_trail = var.all_regions
}`,
    ),
    isUnknown(
      'multi-region is handed in',
      `variable "all_regions" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  is_multi_region_trail = var.all_regions
}`,
      {
        cloudformation: `Parameters:
  AllRegions:
    Type: String
Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      IsMultiRegionTrail: !Ref AllRegions`,
      },
    ),
    fails('only data events by an advanced selector in a template', {
      cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      IsMultiRegionTrail: true
      AdvancedEventSelectors:
        - Name: data
          FieldSelectors:
            - Field: eventCategory
              Equals:
                - Data
            - Field: resources.type
              Equals:
                - AWS::S3::Object`,
    }),
    passes('multi-region through a parameter', {
      cloudformation: `Parameters:
  AllRegions:
    Type: String
    Default: 'true'
Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      IsMultiRegionTrail: !Ref AllRegions`,
    }),
  ],
});
