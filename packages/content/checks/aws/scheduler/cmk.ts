import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Schedules are encrypted with a customer managed key', ja: 'スケジュールがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.scheduler.schedule',
  why: {
    en: 'A schedule keeps the input it hands to its target. With a key of your own you decide who may decrypt it.',
    ja: 'スケジュールには対象に渡す入力データが保存されます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_arn to a KMS key of your own.',
      ja: 'kms_key_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:ap-northeast-1:123456789012:orders"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
  kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Name: nightly
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow:
        Mode: "OFF"
      Target:
        Arn: arn:aws:sqs:ap-northeast-1:123456789012:orders
        RoleArn: arn:aws:iam::123456789012:role/scheduler
      KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html'],
  equivalents: ['CKV_AWS_297'],
  noFramework: 'no control mapping yet',
  evaluate(schedule) {
    if (schedule.hasCustomerKey) return pass();
    return fail({
      en: `Schedule ${schedule.name} is not encrypted with a customer managed key`,
      ja: `スケジュール ${schedule.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:ap-northeast-1:123456789012:orders"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
}`,
      {
        cloudformation: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Name: nightly
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow:
        Mode: "OFF"
      Target:
        Arn: arn:aws:sqs:ap-northeast-1:123456789012:orders
        RoleArn: arn:aws:iam::123456789012:role/scheduler`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"
  schedule_expression = "rate(1 day)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = "arn:aws:sqs:ap-northeast-1:123456789012:orders"
    role_arn = "arn:aws:iam::123456789012:role/scheduler"
  }
  kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Name: nightly
      ScheduleExpression: rate(1 day)
      FlexibleTimeWindow:
        Mode: "OFF"
      Target:
        Arn: arn:aws:sqs:ap-northeast-1:123456789012:orders
        RoleArn: arn:aws:iam::123456789012:role/scheduler
      KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
