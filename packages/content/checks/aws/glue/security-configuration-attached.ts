/** Without a security configuration nothing that Glue writes is protected by a key of the account. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Glue jobs, crawlers and endpoints use a security configuration',
    ja: 'Glue のジョブ・クローラー・エンドポイントがセキュリティ設定を使う',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glue.workload',
  why: {
    en: 'The security configuration says how outputs, logs and bookmarks are encrypted; without one, logs and bookmarks are not.',
    ja: '出力・ログ・ブックマークの暗号化はセキュリティ設定で決まります。ないとログとブックマークは暗号化されません。',
  },
  fix: {
    summary: {
      en: 'Create a security configuration and name it.',
      ja: 'セキュリティ設定を作成して指定してください。',
    },
    terraform: `resource "aws_glue_crawler" "orders" {
  name                   = "orders"
  database_name          = "orders"
  role                   = "arn:aws:iam::123456789012:role/glue"
  security_configuration = "orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Crawler
    Properties:
      Name: orders
      DatabaseName: orders
      Role: arn:aws:iam::123456789012:role/glue
      CrawlerSecurityConfiguration: orders`,
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html'],
  equivalents: ['CKV_AWS_195'],
  noFramework: 'no control mapping yet',
  evaluate(workload) {
    if (workload.hasSecurityConfiguration) return pass();
    return fail({
      en: `${workload.name} has no Glue security configuration`,
      ja: `${workload.name} に Glue のセキュリティ設定がありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_glue_crawler" "orders" {
  name          = "orders"
  database_name = "orders"
  role          = "arn:aws:iam::123456789012:role/glue"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Crawler
    Properties:
      Name: orders
      DatabaseName: orders
      Role: arn:aws:iam::123456789012:role/glue`,
      },
    ),
    fails(
      'a job',
      `resource "aws_glue_job" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::123456789012:role/glue"
  command {
    script_location = "s3://orders-scripts/job.py"
  }
}`,
    ),
    passes(
      'with one',
      `resource "aws_glue_crawler" "orders" {
  name                   = "orders"
  database_name          = "orders"
  role                   = "arn:aws:iam::123456789012:role/glue"
  security_configuration = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Glue::Crawler
    Properties:
      Name: orders
      DatabaseName: orders
      Role: arn:aws:iam::123456789012:role/glue
      CrawlerSecurityConfiguration: orders`,
      },
    ),
  ],
});
