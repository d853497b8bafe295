/** The AWS managed key decrypts for everybody in the account. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secure parameters use a customer-managed KMS key', ja: 'SecureString がカスタマーマネージド KMS キーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ssm.parameter',
  why: {
    en: 'With the key aws/ssm everybody in the account who may read the parameter also decrypts it.',
    ja: 'aws/ssm キーでは、パラメータを読めるアカウント内の全員が復号もできます。',
  },
  fix: {
    summary: { en: 'Name a KMS key in key_id.', ja: 'key_id に KMS キーを指定してください。' },
    terraform: `resource "aws_kms_key" "orders" {}
variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = var.value
  key_id = aws_kms_key.orders.arn
}`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html'],
  equivalents: ['CKV_AWS_337'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'CloudFormation makes no SecureString parameters' },
  evaluate(parameter) {
    if (parameter.type !== 'SecureString')
      return notApplicable({ en: 'The parameter is not encrypted at all', ja: '暗号化されないパラメータです' });
    if (parameter.hasCustomerKey) return pass();
    return fail({
      en: `Parameter ${parameter.name} is encrypted with the AWS managed key`,
      ja: `パラメータ ${parameter.name} は AWS マネージドキーで暗号化されています`,
    });
  },
  examples: [
    fails(
      'no key',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = var.value
}`,
    ),
    fails(
      'the key that AWS manages',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = var.value
  key_id = "alias/aws/ssm"
}`,
    ),
    passes(
      'own key',
      `resource "aws_kms_key" "orders" {}
variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = var.value
  key_id = aws_kms_key.orders.arn
}`,
    ),
    isNotApplicable(
      'a plain setting',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/page_size"
  type = "String"
  value = var.value
}`,
    ),
  ],
});
