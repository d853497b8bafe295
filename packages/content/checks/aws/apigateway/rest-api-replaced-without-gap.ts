/** An API that is destroyed first answers nobody until the new one stands. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST APIs are created anew before they are destroyed', ja: 'REST API を作り直すとき先に新しいものを作る' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.rest-api',
  why: {
    en: 'A change that replaces the API destroys the old one first: callers get errors until the new one stands.',
    ja: 'API の置き換えを伴う変更では古いものが先に削除され、新しいものができるまで呼び出しが失敗します。',
  },
  fix: {
    summary: {
      en: 'Set create_before_destroy in the lifecycle block.',
      ja: 'lifecycle ブロックで create_before_destroy を設定してください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  lifecycle {
    create_before_destroy = true
  }
}`,
  },
  references: ['https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle'],
  equivalents: ['CKV_AWS_237'],
  without: { cloudformation: 'CloudFormation creates the replacement first' },
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (api.createsBeforeDestroying) return pass();
    return fail({
      en: `REST API ${api.name} is destroyed before its replacement exists`,
      ja: `REST API ${api.name} は新しいものができる前に削除されます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}`,
    ),
    fails(
      'switched off',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  lifecycle {
    create_before_destroy = false
  }
}`,
    ),
    passes(
      'switched on',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  lifecycle {
    create_before_destroy = true
  }
}`,
    ),
  ],
});
