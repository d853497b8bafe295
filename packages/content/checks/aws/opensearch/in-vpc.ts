/** A domain outside of a VPC has a public address. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains are inside a VPC', ja: 'ドメインが VPC 内に配置されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'A public endpoint is protected by its policy alone: one wrong line opens the indexes to the internet.',
    ja: '公開エンドポイントはポリシーだけで守られており、1 行の誤りでインデックスが公開されます。',
  },
  fix: {
    summary: { en: 'Add vpc_options with private subnets.', ja: 'プライベートサブネットを指定した vpc_options を追加してください。' },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  vpc_options {
    subnet_ids         = ["subnet-0a"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      VPCOptions:
        SubnetIds:
          - subnet-0123456789abcdef0`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
  equivalents: ['CKV_AWS_137', 'cloudsploit:opensearchPublicEndpoint'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.isInVpc) return pass();
    return fail({ en: `Domain ${domain.name} has a public endpoint`, ja: `ドメイン ${domain.name} のエンドポイントは公開されています` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
    ),
    passes(
      'private subnets',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  vpc_options {
    subnet_ids         = ["subnet-0a"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders`,
    }),
    passes('private subnets in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      VPCOptions:
        SubnetIds:
          - subnet-0123456789abcdef0`,
    }),
  ],
});
