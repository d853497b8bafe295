/** Who invoked a function, and when, is a data event. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Lambda invocations are recorded', ja: 'Lambda の呼び出しが記録されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'An intruder who calls functions directly leaves no trace in management events.',
    ja: '関数を直接呼び出す侵入者は、管理イベントに痕跡を残しません。',
  },
  fix: {
    summary: { en: 'Select data events of Lambda functions.', ja: 'Lambda 関数のデータイベントを記録してください。' },
    terraform: `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
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
            - Type: AWS::Lambda::Function
              Values: ["arn:aws:lambda"]`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html'],
  equivalents: ['prowler:awslambda_function_invoke_api_operations_cloudtrail_logging_enabled'],
  evaluate(trail) {
    if (any(trail.dataEvents, (events) => events.resourceType === 'AWS::Lambda::Function' && events.isWhole)) return pass();
    return fail({
      en: `Trail ${trail.name} does not record invocations of all Lambda functions`,
      ja: `証跡 ${trail.name} は Lambda 関数全体の呼び出しを記録していません`,
    });
  },
  examples: [
    fails(
      'objects only',
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
      'all functions',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::Lambda::Function"
      values = ["arn:aws:lambda"]
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
            - Type: AWS::Lambda::Function
              Values: ["arn:aws:lambda"]`,
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
      equals = ["AWS::Lambda::Function"]
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
              Equals: ["AWS::Lambda::Function"]`,
      },
    ),
  ],
});
