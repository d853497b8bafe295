/** History of express workflows exists in the log only. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'State machines log', ja: 'ステートマシンがログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.stepfunctions.state-machine',
  why: {
    en: 'History ends after 90 days, and express workflows have none but the log: without it failures and misuse cannot be traced.',
    ja: '実行履歴は 90 日で消え、Express ワークフローにはログ以外の履歴がありません。ないと失敗や不正利用を追えません。',
  },
  fix: {
    summary: {
      en: 'Set a log level and a log group.',
      ja: 'ログレベルとロググループを設定してください。',
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
  equivalents: [
    'StepFunctions.1',
    'AVD-AWS-0119',
    'tfsec:aws-sam-enable-state-machine-logging',
    'prowler:stepfunctions_statemachine_logging_enabled',
  ],
  evaluate(machine) {
    if (machine.logLevel !== 'OFF') return pass();
    return fail({
      en: `State machine ${machine.name} does not log`,
      ja: `ステートマシン ${machine.name} はログを出力していません`,
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
    fails(
      'switched off',
      `resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::123456789012:role/orders-flow"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
  logging_configuration {
    level = "OFF"
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
        Level: "OFF"`,
      },
    ),
    passes(
      'errors',
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
