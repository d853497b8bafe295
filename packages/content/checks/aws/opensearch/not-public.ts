/** Open search clusters are among the biggest data leaks there were. */
import { allOf, anyStatement, defineCheck, fail, fails, grantsEveryone, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains are not public', ja: 'ドメインが公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'A public domain whose policy admits everyone lets anybody read, change and delete the indexes.',
    ja: '全員を許可するポリシーの公開ドメインでは、誰もがインデックスを読み、書き換え、削除できます。',
  },
  fix: {
    summary: {
      en: 'Put the domain into a VPC, or name the principals in its access policy.',
      ja: 'ドメインを VPC 内に置くか、アクセスポリシーでプリンシパルを限定してください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  vpc_options {
    subnet_ids = ["subnet-0a"]
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      AccessPolicies:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: es:*
            Resource: '*'
      VPCOptions:
        SubnetIds:
          - subnet-0123456789abcdef0`,
    cli: 'aws opensearch update-domain-config --domain-name NAME --access-policies file://policy.json',
    console: {
      en: 'OpenSearch Service → Domains → the domain → Security configuration → Edit → Access policy.',
      ja: 'OpenSearch Service → ドメイン → 対象 → セキュリティ設定 → 編集 → アクセスポリシー。',
    },
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html'],
  equivalents: [
    'Opensearch.2',
    'ES.2',
    'prowler:opensearch_service_domains_not_publicly_accessible',
    'cloudsploit:opensearchExposedDomain',
  ],
  evaluate(domain) {
    const isPublic = allOf(
      () => anyStatement(domain.accessPolicy, grantsEveryone),
      () => !domain.isInVpc,
    );
    if (!isPublic) return pass();
    return fail({
      en: `Domain ${domain.name} has a public endpoint and admits everyone`,
      ja: `ドメイン ${domain.name} は公開エンドポイント経由で誰でもアクセスできます`,
    });
  },
  examples: [
    fails(
      'everyone, public endpoint',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:*"
      Resource  = "arn:aws:es:ap-northeast-1:123456789012:domain/logs/*"
    }]
  })
}
`,
    ),
    fails(
      'the policy is a resource of its own',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}
resource "aws_opensearch_domain_policy" "logs" {
  domain_name = aws_opensearch_domain.logs.domain_name
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:*"
      Resource  = "arn:aws:es:ap-northeast-1:123456789012:domain/logs/*"
    }]
  })
}`,
    ),
    passes(
      'everyone, but inside a VPC',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:*"
      Resource  = "arn:aws:es:ap-northeast-1:123456789012:domain/logs/*"
    }]
  })
  vpc_options {
    subnet_ids = ["subnet-0a"]
  }
}
`,
    ),
    passes(
      'everyone from one network',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "es:*"
      Resource  = "arn:aws:es:ap-northeast-1:123456789012:domain/logs/*"
      Condition = { IpAddress = { "aws:SourceIp" = ["198.51.100.0/24"] } }
    }]
  })
}
`,
    ),
    passes(
      'no policy lets nobody in',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}
`,
    ),
    isUnknown(
      'the policy is handed in',
      `variable "policy" {}
resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
  access_policies = var.policy
}
`,
    ),
    fails('everyone, public endpoint in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      AccessPolicies:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: es:*
            Resource: '*'`,
    }),
    passes('everyone, but inside a VPC in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      AccessPolicies:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: es:*
            Resource: '*'
      VPCOptions:
        SubnetIds:
          - subnet-0123456789abcdef0`,
    }),
    passes('no policy lets nobody in in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders`,
    }),
  ],
});
