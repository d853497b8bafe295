/** A deployment that is in use cannot be destroyed, and one that is destroyed answers nobody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Deployments are created anew before they are destroyed', ja: 'デプロイメントを作り直すとき先に新しいものを作る' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.deployment',
  why: {
    en: 'Without it Terraform destroys the deployment that a stage uses first, which fails or leaves the stage without one.',
    ja: '設定しないと、ステージが使うデプロイメントが先に削除され、失敗するか、ステージが空になります。',
  },
  fix: {
    summary: {
      en: 'Set create_before_destroy in the lifecycle block.',
      ja: 'lifecycle ブロックで create_before_destroy を設定してください。',
    },
    terraform: `resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = "abcdefghij"
  lifecycle {
    create_before_destroy = true
  }
}`,
  },
  references: ['https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle'],
  equivalents: ['CKV_AWS_217'],
  noFramework: 'no control mapping yet',
  evaluate(deployment) {
    if (deployment.createsBeforeDestroying) return pass();
    return fail({
      en: `Deployment ${deployment.name} is destroyed before its replacement exists`,
      ja: `デプロイメント ${deployment.name} は新しいものができる前に削除されます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = "abcdefghij"
}`,
    ),
    passes(
      'switched on',
      `resource "aws_api_gateway_deployment" "orders" {
  rest_api_id = "abcdefghij"
  lifecycle {
    create_before_destroy = true
  }
}`,
    ),
  ],
});
