/** A plain parameter is shown to everybody who may list the configuration of a service. */
import { defineCheck, fail, fails, isSecretName, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Parameters that look like secrets are SecureString', ja: '機密値らしいパラメータが SecureString である' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ssm.parameter',
  why: {
    en: 'A String parameter is stored and shown in plain text to everybody with ssm:GetParameter.',
    ja: 'String のパラメータは平文で保存され、ssm:GetParameter を持つ全員に表示されます。',
  },
  fix: {
    summary: { en: 'Set the type to SecureString.', ja: '型を SecureString にしてください。' },
    terraform: `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = var.value
}`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html'],
  equivalents: ['cloudsploit:ssmEncryptedParameters'],
  evaluate(parameter) {
    if (parameter.type === 'SecureString') return pass();
    const { parameterName } = parameter;
    if (!isSecretName(parameterName.slice(parameterName.lastIndexOf('/') + 1))) return pass();
    return fail({
      en: `Parameter ${parameter.name} is called like a secret and is a plain ${parameter.type}`,
      ja: `パラメータ ${parameter.name} は名前から機密値とみられますが、型は ${parameter.type} です`,
    });
  },
  examples: [
    fails(
      'a password as String',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "String"
  value = var.value
}`,
    ),
    fails('a password in a template', {
      cloudformation: `Resources:
  This:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /orders/db_password
      Type: String
      Value: "{{resolve:ssm:/orders/other}}"`,
    }),
    passes(
      'as SecureString',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = var.value
}`,
    ),
    passes(
      'a setting',
      `variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/page_size"
  type = "String"
  value = var.value
}`,
      {
        cloudformation: `Resources:
  This:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /orders/page_size
      Type: String
      Value: "20"`,
      },
    ),
    isUnknown(
      'the type is handed in',
      `variable "kind" {}
variable "value" {}
resource "aws_ssm_parameter" "this" {
  name = "/orders/api_key"
  type = "\${var.kind}"
  value = var.value
}`,
    ),
  ],
});
