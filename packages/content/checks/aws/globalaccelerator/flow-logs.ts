/** Traffic that enters through an accelerator is not in the logs of the edge. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Accelerators log flows', ja: 'アクセラレーターがフローログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.globalaccelerator.accelerator',
  why: {
    en: 'The accelerator is where the internet comes in; its flow logs show who came, also when the target never answered.',
    ja: 'アクセラレーターはインターネットからの入口です。フローログがあれば、応答しなかった通信も含めて接続元が分かります。',
  },
  fix: {
    summary: {
      en: 'Set flow_logs_enabled, with bucket and prefix.',
      ja: 'flow_logs_enabled を true にし、バケットとプレフィックスを指定してください。',
    },
    terraform: `resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop"
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "orders-logs"
    flow_logs_s3_prefix = "accelerator/"
  }
}`,
    cli: 'aws globalaccelerator update-accelerator-attributes --accelerator-arn ARN --flow-logs-enabled --flow-logs-s3-bucket BUCKET --flow-logs-s3-prefix PREFIX',
  },
  references: ['https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html'],
  equivalents: ['CKV_AWS_75'],
  noFramework: 'no control mapping yet',
  evaluate(accelerator) {
    if (accelerator.flowLogs) return pass();
    return fail({
      en: `Accelerator ${accelerator.name} does not log flows`,
      ja: `アクセラレーター ${accelerator.name} はフローログを出力していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop"
}`,
    ),
    passes(
      'logged',
      `resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop"
  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "orders-logs"
    flow_logs_s3_prefix = "accelerator/"
  }
}`,
    ),
  ],
});
