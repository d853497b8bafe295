/** Nobody has to decide which values are secrets when all are encrypted. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Parameters are SecureString', ja: 'パラメータが SecureString である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ssm.parameter',
  why: {
    en: 'What is a harmless setting today holds a token tomorrow; encrypted parameters need a second permission to be read.',
    ja: '今日は無害な設定でも、明日はトークンが入ります。暗号化されていれば読むのに別の権限が必要です。',
  },
  fix: {
    summary: { en: 'Set the type to SecureString.', ja: '型を SecureString にしてください。' },
    terraform: `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/endpoint"
  type = "SecureString"
  value = var.value
}`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html'],
  equivalents: ['CKV2_AWS_34'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'CloudFormation makes no SecureString parameters' },
  evaluate(parameter) {
    if (parameter.type === 'SecureString') return pass();
    return fail({
      en: `Parameter ${parameter.name} is a plain ${parameter.type}`,
      ja: `パラメータ ${parameter.name} の型は ${parameter.type} で、暗号化されていません`,
    });
  },
  examples: [
    fails(
      'String',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/endpoint"
  type = "String"
  value = var.value
}`,
      {
        cloudformation: `Resources:
  This:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /orders/endpoint
      Type: String
      Value: https://api.example.com`,
      },
    ),
    passes(
      'SecureString',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/endpoint"
  type = "SecureString"
  value = var.value
}`,
    ),
  ],
});
