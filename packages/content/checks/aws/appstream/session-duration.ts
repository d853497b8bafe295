/** A session that never ends is a session that somebody else may use. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Fleet sessions end after a working day', ja: 'フリートのセッションが一定時間で終了する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appstream.fleet',
  why: {
    en: 'A session that stays open is used by whoever sits down next, or by whoever stole its link.',
    ja: '開いたままのセッションは、次に座った人やリンクを盗んだ人に使われます。',
  },
  fix: {
    summary: {
      en: 'Lower max_user_duration_in_seconds.',
      ja: 'max_user_duration_in_seconds を短くしてください。',
    },
    terraform: `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  max_user_duration_in_seconds = 28800
}`,
    cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1
      MaxUserDurationInSeconds: 28800`,
    cli: 'aws appstream update-fleet --name NAME --max-user-duration-in-seconds 28800',
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/set-up-stacks-fleets.html'],
  equivalents: ['prowler:appstream_fleet_maximum_session_duration'],
  noFramework: 'no control mapping yet',
  params: {
    hours: { type: 'number', default: 10, min: 1, description: { en: 'Hours that a session may last', ja: 'セッションの最長時間' } },
  },
  evaluate(fleet, { hours }) {
    if (fleet.maximumSeconds <= hours * 3600) return pass();
    return fail({
      en: `Sessions of fleet ${fleet.name} last up to ${fleet.maximumSeconds} seconds, more than ${hours} hours`,
      ja: `フリート ${fleet.name} のセッションは最長 ${fleet.maximumSeconds} 秒で、${hours} 時間を超えます`,
    });
  },
  examples: [
    fails(
      'the default',
      `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1`,
      },
    ),
    passes(
      'eight hours',
      `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  max_user_duration_in_seconds = 28800
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1
      MaxUserDurationInSeconds: 28800`,
      },
    ),
  ],
});
