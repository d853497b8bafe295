/** Outputs are shown to everybody who may describe stacks. */
import { credentialIn, defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Stack outputs hold no credentials', ja: 'スタックの出力に認証情報がない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cloudformation.stack',
  why: {
    en: 'Everybody with cloudformation:DescribeStacks, usually every developer and auditor, reads outputs in plain text.',
    ja: 'cloudformation:DescribeStacks を持つ全員 (多くの場合すべての開発者や監査者) が、出力を平文で読めます。',
  },
  fix: {
    summary: {
      en: 'Put the secret in Secrets Manager and output its ARN.',
      ja: '機密値は Secrets Manager に保存し、出力には ARN だけを出してください。',
    },
    terraform: `resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  template_body = jsonencode({
    Parameters = {  }
    Outputs    = { SecretArn = { Value = { Ref = "Secret" } } }
  })
}`,
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html'],
  equivalents: ['prowler:cloudformation_stack_outputs_find_secrets', 'cloudsploit:plainTextParameters'],
  without: { cloudformation: 'the outputs of a nested stack are in its own template' },
  evaluate(stack) {
    const credential = credentialIn(stack.outputCredentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Output ${credential.variable} of stack ${stack.name} shows ${en}`,
      ja: `スタック ${stack.name} の出力 ${credential.variable} に${ja}が表示されます`,
    });
  },
  examples: [
    fails(
      'a hidden parameter is shown',
      `resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  template_body = jsonencode({
    Parameters = { Login = { Type = "String", NoEcho = true } }
    Outputs    = { Admin = { Value = { Ref = "Login" } } }
  })
}`,
    ),
    fails(
      'a password put together',
      `locals {
  login = join("-", ["Summer", "2026", "orders"])
}
resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  template_body = jsonencode({
    Parameters = {  }
    Outputs    = { DbPassword = { Value = local.login } }
  })
}`,
    ),
    passes(
      'an address',
      `resource "aws_cloudformation_stack" "orders" {
  name = "orders"
  template_body = jsonencode({
    Parameters = {  }
    Outputs    = { Endpoint = { Value = "https://api.example.com" } }
  })
}`,
    ),
    isUnknown(
      'the template is elsewhere',
      `resource "aws_cloudformation_stack" "orders" {
  name         = "orders"
  template_url = "https://s3.amazonaws.com/templates/orders.yaml"
}`,
    ),
  ],
});
