/** Errors and slow searches are the first sign of abuse. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains publish logs', ja: 'ドメインがログを出力している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.opensearch.domain',
  why: { en: 'Without any log neither errors nor unusual searches are seen.', ja: 'ログがないと、エラーも不審な検索も見えません。' },
  fix: {
    summary: { en: 'Add log_publishing_options.', ja: 'log_publishing_options を追加してください。' },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/search/logs"
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      LogPublishingOptions:
        ES_APPLICATION_LOGS:
          CloudWatchLogsLogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:search
          Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html'],
  equivalents: [
    'CKV_AWS_84',
    'Opensearch.4',
    'ES.4',
    'prowler:opensearch_service_domains_cloudwatch_logging_enabled',
    'cloudsploit:opensearchLoggingEnabled',
  ],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.publishedLogs.length > 0) return pass();
    return fail({ en: `Domain ${domain.name} publishes no logs`, ja: `ドメイン ${domain.name} はログを出力していません` });
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
      'application errors',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/search/logs"
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
    passes('application errors in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      LogPublishingOptions:
        ES_APPLICATION_LOGS:
          CloudWatchLogsLogGroupArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:search
          Enabled: true`,
    }),
  ],
});
