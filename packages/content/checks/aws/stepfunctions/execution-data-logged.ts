/** Without input and output a log line says that something failed, not on what. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'State machine logs include execution data', ja: 'ステートマシンのログに実行データを含める' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.stepfunctions.state-machine',
  why: {
    en: 'Without the input and output of steps the log tells that something ran, but not on which data.',
    ja: '各ステップの入出力がないと、何かが実行されたことは分かっても、どのデータが対象だったか分かりません。',
  },
  fix: {
    summary: {
      en: 'Set include_execution_data to true, and protect the log group.',
      ja: 'include_execution_data を true にし、ロググループを保護してください。',
    },
    terraform: `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders-flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  logging_configuration {
    log_destination        = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/orders/flow:*"
    include_execution_data = true
    level                  = "ERROR"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: orders
      RoleArn: arn:aws:iam::123456789012:role/orders-flow
      DefinitionString: '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}'
      LoggingConfiguration:
        Level: ERROR
        IncludeExecutionData: true
        Destinations:
          - CloudWatchLogsLogGroup:
              LogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:/orders/flow:*`,
    cli: 'aws stepfunctions update-state-machine --state-machine-arn ARN --logging-configuration file://logging.json',
  },
  references: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  equivalents: ['CKV_AWS_285'],
  noFramework: 'no control mapping yet',
  evaluate(machine) {
    if (machine.logsExecutionData) return pass();
    return fail({
      en: `The log of state machine ${machine.name} leaves execution data out`,
      ja: `ステートマシン ${machine.name} のログに実行データが含まれません`,
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
      'included',
      `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders-flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  logging_configuration {
    log_destination        = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/orders/flow:*"
    include_execution_data = true
    level                  = "ERROR"
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
      LoggingConfiguration:
        Level: ERROR
        IncludeExecutionData: true
        Destinations:
          - CloudWatchLogsLogGroup:
              LogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:/orders/flow:*`,
      },
    ),
  ],
});
