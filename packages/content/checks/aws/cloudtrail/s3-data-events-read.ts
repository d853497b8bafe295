/** Without read events nobody can say after an incident which objects were taken. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Object-level reads are recorded', ja: 'オブジェクト単位の読み取りが記録されている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'Without read events nobody can say after an incident which objects were taken.',
    ja: '読み取りイベントがないと、事故後にどのオブジェクトが持ち出されたか分かりません。',
  },
  fix: {
    summary: {
      en: 'Select data events of all S3 objects that include reads.',
      ja: '読み取りを含む S3 オブジェクトのデータイベントをすべて記録してください。',
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
    'S3.23',
    'AVD-AWS-0172',
    'tfsec:aws-s3-enable-object-read-logging',
    'prowler:cloudtrail_s3_dataevents_read_enabled',
    'cloudsploit:objectLevelReadEventLogging',
    'cloudsploit:cloudtrailDataEvents',
  ],
  evaluate(trail) {
    if (any(trail.dataEvents, (events) => events.resourceType === 'AWS::S3::Object' && events.isWhole && events.reads)) return pass();
    return fail({
      en: `Trail ${trail.name} does not record reads of all S3 objects`,
      ja: `証跡 ${trail.name} は S3 オブジェクト全体の読み取りを記録していません`,
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
    read_write_type           = "WriteOnly"
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
        - ReadWriteType: WriteOnly
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
      equals = ["false"]
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
              Equals: ["false"]`,
      },
    ),
  ],
});
