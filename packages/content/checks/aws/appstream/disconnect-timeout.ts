/** A session that was left can be taken up again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Fleet sessions end soon after a disconnect', ja: '切断後にフリートのセッションが速やかに終了する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appstream.fleet',
  why: {
    en: 'Until the timeout whoever reconnects continues in the session that was left.',
    ja: 'タイムアウトまでは、再接続した人が残されたセッションを引き継げます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'disconnect_timeout_in_seconds', value: 300 }],
      cloudformation: [{ set: 'DisconnectTimeoutInSeconds', value: 300 }],
    },
    summary: {
      en: 'Set disconnect_timeout_in_seconds to 300 or less.',
      ja: 'disconnect_timeout_in_seconds を 300 以下にしてください。',
    },
    terraform: `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  disconnect_timeout_in_seconds = 300
}`,
    cloudformation: `Resources:
  Office:
    Type: AWS::AppStream::Fleet
    Properties:
      Name: office
      InstanceType: stream.standard.medium
      ComputeCapacity:
        DesiredInstances: 1
      DisconnectTimeoutInSeconds: 300`,
    cli: 'aws appstream update-fleet --name NAME --disconnect-timeout-in-seconds 300',
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/set-up-stacks-fleets.html'],
  equivalents: ['prowler:appstream_fleet_session_disconnect_timeout'],
  noFramework: 'no control mapping yet',
  evaluate(fleet) {
    if (fleet.disconnectSeconds <= 300) return pass();
    return fail({
      en: `Fleet ${fleet.name} keeps sessions for ${fleet.disconnectSeconds} seconds after a disconnect`,
      ja: `フリート ${fleet.name} は切断後 ${fleet.disconnectSeconds} 秒間セッションを保持します`,
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
      'five minutes',
      `resource "aws_appstream_fleet" "office" {
  name          = "office"
  instance_type = "stream.standard.medium"
  compute_capacity {
    desired_instances = 1
  }
  disconnect_timeout_in_seconds = 300
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
      DisconnectTimeoutInSeconds: 300`,
      },
    ),
  ],
});
