import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Outputs of review workflows are encrypted with a customer managed key',
    ja: 'レビューワークフローの出力がカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.flow-definition',
  why: {
    en: 'Answers of reviewers quote the documents and pictures they were shown. With a key of your own you decide who may decrypt them.',
    ja: 'レビュー結果には確認対象の文書や画像の内容が含まれます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id of output_config to a KMS key of your own.',
      ja: 'output_config の kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = "arn:aws:iam::123456789012:role/review"
  output_config {
    s3_output_path = "s3://orders-reviews/"
    kms_key_id     = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/a2i-permissions-security.html'],
  equivalents: ['CKV_AWS_372'],
  noFramework: 'no control mapping yet',
  evaluate(flow) {
    if (flow.hasCustomerKey) return pass();
    return fail({
      en: `Output of review workflow ${flow.name} is not encrypted with a customer managed key`,
      ja: `レビューワークフローの出力 ${flow.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = "arn:aws:iam::123456789012:role/review"
  output_config {
    s3_output_path = "s3://orders-reviews/"
  }
}`,
    ),
    passes(
      'a key of the account',
      `resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = "arn:aws:iam::123456789012:role/review"
  output_config {
    s3_output_path = "s3://orders-reviews/"
    kms_key_id     = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    ),
  ],
});
