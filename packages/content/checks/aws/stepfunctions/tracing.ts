/** A trace ties one execution to all services that it touched. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'State machines are traced', ja: 'ステートマシンがトレースされる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.stepfunctions.state-machine',
  why: {
    en: 'A trace ties one execution to the functions, queues and tables it touched, which an investigation needs.',
    ja: 'トレースがあれば、1 回の実行が使った関数・キュー・テーブルを追えます。調査に欠かせません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'tracing_configuration.enabled', value: true }],
      cloudformation: [{ set: 'TracingConfiguration.Enabled', value: true }],
    },
    cautions: ['needs-permissions'],
    summary: {
      en: 'Set tracing_configuration to enabled.',
      ja: 'tracing_configuration を有効にしてください。',
    },
    terraform: `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders-flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  tracing_configuration {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: orders
      RoleArn: arn:aws:iam::123456789012:role/orders-flow
      DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
      TracingConfiguration:
        Enabled: true`,
    cli: 'aws stepfunctions update-state-machine --state-machine-arn ARN --tracing-configuration enabled=true',
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html'],
  equivalents: ['CKV_AWS_284', 'AVD-AWS-0117', 'tfsec:aws-sam-enable-state-machine-tracing'],
  noFramework: 'no control mapping yet',
  evaluate(machine) {
    if (machine.isTraced) return pass();
    return fail({
      en: `State machine ${machine.name} is not traced`,
      ja: `ステートマシン ${machine.name} はトレースされていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders-flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: orders
      RoleArn: arn:aws:iam::123456789012:role/orders-flow
      DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'`,
      },
    ),
    passes(
      'traced',
      `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders-flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  tracing_configuration {
    enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: orders
      RoleArn: arn:aws:iam::123456789012:role/orders-flow
      DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
      TracingConfiguration:
        Enabled: true`,
      },
    ),
  ],
});
