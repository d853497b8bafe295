/** Performance data holds statements, and with them values. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Performance Insights data uses a customer managed key', ja: 'Performance Insights がカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'The recorded statements are kept under a key of AWS whose policy nobody in the account may change.',
    ja: '記録されたステートメントが、ポリシーを変更できない AWS 管理キーで保存されます。',
  },
  fix: {
    summary: { en: 'Set performance_insights_kms_key_id.', ja: 'performance_insights_kms_key_id を指定してください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier                      = "orders-db"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EnablePerformanceInsights: true
      PerformanceInsightsKMSKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html'],
  equivalents: ['CKV_AWS_354', 'AVD-AWS-0078', 'tfsec:aws-rds-enable-performance-insights-encryption'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (!aside(() => instance.performanceInsights))
      return notApplicable({
        en: `${instance.name} has no Performance Insights`,
        ja: `${instance.name} の Performance Insights は無効です`,
      });
    if (instance.performanceInsightsKey) return pass();
    return fail({
      en: `Performance data of ${instance.name} is not encrypted with a customer managed key`,
      ja: `${instance.name} の性能データはカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_db_instance" "orders" {
  identifier                   = "orders-db"
  engine                       = "postgres"
  instance_class               = "db.t4g.medium"
  performance_insights_enabled = true
}`,
    ),
    passes(
      'a key',
      `resource "aws_db_instance" "orders" {
  identifier                      = "orders-db"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    isNotApplicable(
      'switched off',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    fails('no key in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EnablePerformanceInsights: true`,
    }),
    passes('a key in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EnablePerformanceInsights: true
      PerformanceInsightsKMSKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
    isNotApplicable('switched off in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
  ],
});
