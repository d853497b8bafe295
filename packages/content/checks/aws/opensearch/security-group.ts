/** The default group lets in whatever else stands in it. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains in a VPC have a security group of their own', ja: 'VPC 内のドメインに専用のセキュリティグループがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Without a group of its own the domain takes the default group of the VPC, which everything else may share.',
    ja: '専用のグループがないと、VPC のデフォルトグループを他のリソースと共有します。',
  },
  fix: {
    summary: { en: 'Name a group in vpc_options.security_group_ids.', ja: 'vpc_options.security_group_ids にグループを指定してください。' },
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
          - subnet-0123456789abcdef0
        SecurityGroupIds:
          - sg-0123456789abcdef0`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html'],
  equivalents: ['CKV_AWS_248'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (!aside(() => domain.isInVpc))
      return notApplicable({ en: `${domain.name} is not in a VPC`, ja: `${domain.name} は VPC 内にありません` });
    if (domain.hasSecurityGroups) return pass();
    return fail({
      en: `Domain ${domain.name} uses the default security group`,
      ja: `ドメイン ${domain.name} はデフォルトのセキュリティグループを使用しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  vpc_options {
    subnet_ids = ["subnet-0a"]
  }
}`,
    ),
    passes(
      'a group',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  vpc_options {
    subnet_ids         = ["subnet-0a"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    ),
    isNotApplicable(
      'not in a VPC',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      VPCOptions:
        SubnetIds:
          - subnet-0123456789abcdef0`,
    }),
    passes('a group in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      VPCOptions:
        SubnetIds:
          - subnet-0123456789abcdef0
        SecurityGroupIds:
          - sg-0123456789abcdef0`,
    }),
    isNotApplicable('not in a VPC in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders`,
    }),
  ],
});
