/** One stolen device then speaks for all of them. */
import { any, anyStatement, coversAllResources, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Device policies do not allow everything everywhere', ja: 'デバイスのポリシーが全操作・全リソースを許可していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.iot.policy',
  why: {
    en: 'A device with every action on every resource listens to all others, and commands them.',
    ja: '全リソースへの全操作を許されたデバイスは、他の全デバイスの通信を傍受し、命令も送れます。',
  },
  fix: {
    summary: {
      en: 'List actions, and limit resources by the name of the thing.',
      ja: '操作を列挙し、リソースをモノの名前で限定してください。',
    },
    terraform: `resource "aws_iot_policy" "sensor" {
  name   = "sensor"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iot:Publish", Resource = "arn:aws:iot:ap-northeast-1:123456789012:topic/sensors/1" }] })
}`,
    cloudformation: `Resources:
  Sensor:
    Type: AWS::IoT::Policy
    Properties:
      PolicyName: sensor
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iot:Publish
            Resource: arn:aws:iot:ap-northeast-1:123456789012:topic/sensors/1`,
  },
  references: ['https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (
      !anyStatement(
        policy.document,
        (statement) =>
          statement.effect === 'Allow' &&
          any(statement.actions, (action) => action === '*' || action.toLowerCase() === 'iot:*') &&
          coversAllResources(statement),
      )
    )
      return pass();
    return fail({
      en: `Policy ${policy.name} allows devices every IoT action on every resource`,
      ja: `ポリシー ${policy.name} はデバイスに全リソースへの全 IoT 操作を許可しています`,
    });
  },
  examples: [
    fails(
      'everything',
      `resource "aws_iot_policy" "sensor" {
  name   = "sensor"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iot:*", Resource = "*" }] })
}`,
      {
        cloudformation: `Resources:
  Sensor:
    Type: AWS::IoT::Policy
    Properties:
      PolicyName: sensor
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iot:*
            Resource: "*"`,
      },
    ),
    passes(
      'one topic',
      `resource "aws_iot_policy" "sensor" {
  name   = "sensor"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "iot:Publish", Resource = "arn:aws:iot:ap-northeast-1:123456789012:topic/sensors/1" }] })
}`,
      {
        cloudformation: `Resources:
  Sensor:
    Type: AWS::IoT::Policy
    Properties:
      PolicyName: sensor
      PolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Action: iot:Publish
            Resource: arn:aws:iot:ap-northeast-1:123456789012:topic/sensors/1`,
      },
    ),
  ],
});
