/** Prompts and answers are the only trace of what a model was used for. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Model invocations are logged', ja: 'モデルの呼び出しが記録される' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.bedrock.invocation-logging',
  why: {
    en: 'Without the log nobody can tell which prompts were sent, what was answered, and whether a stolen key was used.',
    ja: '記録がないと、どんなプロンプトが送られ何が返されたか、盗まれた鍵が使われたかが分かりません。',
  },
  fix: {
    summary: {
      en: 'Send invocations, with their text, to CloudWatch Logs or S3.',
      ja: '呼び出しを本文を含めて CloudWatch Logs か S3 に送ってください。',
    },
    terraform: `resource "aws_bedrock_model_invocation_logging_configuration" "region" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = "/bedrock/invocations"
      role_arn       = "arn:aws:iam::123456789012:role/bedrock-logs"
    }
  }
}`,
    cli: 'aws bedrock put-model-invocation-logging-configuration --logging-config file://logging.json',
  },
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html'],
  equivalents: ['prowler:bedrock_model_invocation_logging_enabled', 'cloudsploit:modelInvocationLoggingEnabled'],
  evaluate(logging) {
    const isLogged = allOf(
      () => logging.hasDestination,
      () => logging.logsText,
    );
    if (isLogged) return pass();
    return fail({
      en: `Text of model invocations is not logged (${logging.name})`,
      ja: `モデル呼び出しの本文が記録されません (${logging.name})`,
    });
  },
  examples: [
    fails(
      'without text',
      `resource "aws_bedrock_model_invocation_logging_configuration" "region" {
  logging_config {
    text_data_delivery_enabled = false
    cloudwatch_config {
      log_group_name = "/bedrock/invocations"
      role_arn       = "arn:aws:iam::123456789012:role/bedrock-logs"
    }
  }
}`,
    ),
    fails(
      'no destination',
      `resource "aws_bedrock_model_invocation_logging_configuration" "region" {
  logging_config {
    text_data_delivery_enabled = true
  }
}`,
    ),
    passes(
      'to a log group',
      `resource "aws_bedrock_model_invocation_logging_configuration" "region" {
  logging_config {
    text_data_delivery_enabled = true
    cloudwatch_config {
      log_group_name = "/bedrock/invocations"
      role_arn       = "arn:aws:iam::123456789012:role/bedrock-logs"
    }
  }
}`,
    ),
  ],
});
