/** Who searched for what is only in the audit log. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains publish audit logs', ja: 'ドメインが監査ログを出力している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Without audit logs nobody can say who signed in to the domain and which documents were read.',
    ja: '監査ログがないと、誰がドメインにログインし、どのドキュメントを読んだか分かりません。',
  },
  fix: {
    summary: { en: 'Add log_publishing_options for AUDIT_LOGS.', ja: 'AUDIT_LOGS の log_publishing_options を追加してください。' },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/search/logs"
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      LogPublishingOptions:
        AUDIT_LOGS:
          CloudWatchLogsLogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:search
          Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html'],
  equivalents: [
    'CKV_AWS_317',
    'AVD-AWS-0042',
    'tfsec:aws-elastic-search-enable-domain-logging',
    'tfsec:aws-elasticsearch-enable-domain-logging',
    'Opensearch.5',
    'ES.5',
    'prowler:opensearch_service_domains_audit_logging_enabled',
    'cloudsploit:opensearchEnableAuditLogs',
  ],
  evaluate(domain) {
    if (any(domain.publishedLogs, (type) => type === 'AUDIT_LOGS')) return pass();
    return fail({ en: `Domain ${domain.name} publishes no audit log`, ja: `ドメイン ${domain.name} は監査ログを出力していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
    ),
    fails(
      'only slow searches',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "SEARCH_SLOW_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/search/logs"
  }
}`,
    ),
    passes(
      'audit logs',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/search/logs"
  }
}`,
    ),
    fails(
      'switched off',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/search/logs"
    enabled                  = false
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
    fails('switched off in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      LogPublishingOptions:
        AUDIT_LOGS:
          CloudWatchLogsLogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:search
          Enabled: false`,
    }),
    passes('audit logs in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      LogPublishingOptions:
        AUDIT_LOGS:
          CloudWatchLogsLogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:search
          Enabled: true`,
    }),
  ],
});
