/** A secret in a template is a secret in the repository, its forks and its history. */
import { credentialIn, defineCheck, describeCredential, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Parameter values hold no credentials written in code', ja: 'パラメータの値にコード上の認証情報がない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ssm.parameter',
  why: {
    en: 'The value stands in the repository, in the state and in the history of both, whatever the type of the parameter.',
    ja: '値は型にかかわらずリポジトリ・ステート・それらの履歴に残ります。',
  },
  fix: {
    summary: {
      en: 'Hand the value in when applying, or write it once by hand and only refer to it.',
      ja: '値は適用時に渡すか、手動で一度だけ書き込み、コードでは参照だけにしてください。',
    },
    terraform: `resource "random_password" "db" {
  length = 24
}

resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = random_password.db.result
}`,
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html'],
  equivalents: ['CKV_AWS_384'],
  noFramework: 'no control mapping yet',
  evaluate(parameter) {
    const credential = credentialIn(parameter.credentials);
    // A value that the code makes or looks up does not stand in the code.
    if (!credential || credential.kind === 'secret-value') return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Value of parameter ${parameter.name} is ${en} written in the code`,
      ja: `パラメータ ${parameter.name} の値に${ja}がコードで書かれています`,
    });
  },
  examples: [
    fails(
      'put together from a local',
      `locals {
  parts = ["Summer", "2026", "orders"]
}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = join("-", local.parts)
}`,
    ),
    fails('put together by Sub', {
      cloudformation: `Parameters:
  Season:
    Type: String
    Default: Summer
Resources:
  This:
    Type: AWS::SSM::Parameter
    Properties:
      Name: /orders/db_password
      Type: String
      Value: !Sub "\${Season}-2026-orders"`,
    }),
    passes(
      'generated',
      `resource "random_password" "db" {
  length = 24
}
resource "aws_ssm_parameter" "this" {
  name = "/orders/db_password"
  type = "SecureString"
  value = random_password.db.result
}`,
    ),
    passes(
      'a setting',
      `resource "aws_ssm_parameter" "this" {
  name = "/orders/page_size"
  type = "String"
  value = "20"
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
  ],
});
