/** Management events do not tell who uploaded, overwrote or deleted objects. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Object-level writes are recorded', ja: 'オブジェクト単位の書き込みが記録されている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'Management events do not tell who uploaded, overwrote or deleted objects.',
    ja: '管理イベントだけでは、誰がオブジェクトをアップロード・上書き・削除したか分かりません。',
  },
  fix: {
    summary: {
      en: 'Select data events of all S3 objects that include writes.',
      ja: '書き込みを含む S3 オブジェクトのデータイベントをすべて記録してください。',
    },
    terraform: `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      EventSelectors:
        - ReadWriteType: All
          IncludeManagementEvents: true
          DataResources:
            - Type: AWS::S3::Object
              Values: ["arn:aws:s3"]`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'],
  equivalents: [
    'S3.22',
    'AVD-AWS-0171',
    'tfsec:aws-s3-enable-object-write-logging',
    'prowler:cloudtrail_s3_dataevents_write_enabled',
    'cloudsploit:objectLevelWriteEventLogging',
    'cloudsploit:cloudtrailDataEvents',
  ],
  evaluate(trail) {
    if (any(trail.dataEvents, (events) => events.resourceType === 'AWS::S3::Object' && events.isWhole && events.writes)) return pass();
    return fail({
      en: `Trail ${trail.name} does not record writes of all S3 objects`,
      ja: `証跡 ${trail.name} は S3 オブジェクト全体の書き込みを記録していません`,
    });
  },
  examples: [
    fails(
      'management events only',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs`,
      },
    ),
    fails(
      'the other half only',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type           = "ReadOnly"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      EventSelectors:
        - ReadWriteType: ReadOnly
          IncludeManagementEvents: true
          DataResources:
            - Type: AWS::S3::Object
              Values: ["arn:aws:s3"]`,
      },
    ),
    fails(
      'one bucket only',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::orders-bucket/"]
    }
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      EventSelectors:
        - ReadWriteType: All
          IncludeManagementEvents: true
          DataResources:
            - Type: AWS::S3::Object
              Values: ["arn:aws:s3:::orders-bucket/"]`,
      },
    ),
    passes(
      'all objects',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      EventSelectors:
        - ReadWriteType: All
          IncludeManagementEvents: true
          DataResources:
            - Type: AWS::S3::Object
              Values: ["arn:aws:s3"]`,
      },
    ),
    passes(
      'advanced selector',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  advanced_event_selector {
    name = "data"
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      AdvancedEventSelectors:
        - Name: data
          FieldSelectors:
            - Field: eventCategory
              Equals: ["Data"]
            - Field: resources.type
              Equals: ["AWS::S3::Object"]`,
      },
    ),
    fails(
      'advanced selector for the other half',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  advanced_event_selector {
    name = "data"
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
    field_selector {
      field  = "readOnly"
      equals = ["true"]
    }
  }
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      AdvancedEventSelectors:
        - Name: data
          FieldSelectors:
            - Field: eventCategory
              Equals: ["Data"]
            - Field: resources.type
              Equals: ["AWS::S3::Object"]
            - Field: readOnly
              Equals: ["true"]`,
      },
    ),
  ],
});
