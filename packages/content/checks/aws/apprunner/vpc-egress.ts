/** What leaves through your VPC can be filtered and recorded. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Runner services reach out through a VPC', ja: 'App Runner サービスが VPC 経由で外部に接続する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apprunner.service',
  why: {
    en: "By default the service reaches the whole internet through AWS's network, past your filters and flow logs.",
    ja: '既定では AWS 側のネットワークからインターネット全体に接続でき、自社のフィルターやフローログを通りません。',
  },
  fix: {
    summary: {
      en: 'Set egress_type to VPC and name a VPC connector.',
      ja: 'egress_type を VPC にし、VPC コネクタを指定してください。',
    },
    terraform: `resource "aws_apprunner_service" "shop" {
  service_name = "shop"
  network_configuration {
    egress_configuration {
      egress_type       = "VPC"
      vpc_connector_arn = "arn:aws:apprunner:ap-northeast-1:123456789012:vpcconnector/shop/1/0123456789abcdef0"
    }
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop
      NetworkConfiguration:
        EgressConfiguration:
          EgressType: VPC
          VpcConnectorArn: arn:aws:apprunner:ap-northeast-1:123456789012:vpcconnector/shop/1/0123456789abcdef0`,
  },
  references: ['https://docs.aws.amazon.com/apprunner/latest/dg/network-vpc.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.egress === 'VPC') return pass();
    return fail({
      en: `Service ${service.name} reaches the internet past your VPC`,
      ja: `サービス ${service.name} は自社の VPC を通らずインターネットに接続します`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_apprunner_service" "shop" {
  service_name = "shop"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop`,
      },
    ),
    passes(
      'through a VPC',
      `resource "aws_apprunner_service" "shop" {
  service_name = "shop"
  network_configuration {
    egress_configuration {
      egress_type       = "VPC"
      vpc_connector_arn = "arn:aws:apprunner:ap-northeast-1:123456789012:vpcconnector/shop/1/0123456789abcdef0"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop
      NetworkConfiguration:
        EgressConfiguration:
          EgressType: VPC
          VpcConnectorArn: arn:aws:apprunner:ap-northeast-1:123456789012:vpcconnector/shop/1/0123456789abcdef0`,
      },
    ),
  ],
});
