/** One zone fails as a whole now and then; a standby in another takes over within minutes. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances run in several zones', ja: 'インスタンスが複数のアベイラビリティゾーンで動作する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'A single-zone database is gone as long as its zone is, and every maintenance interrupts it.',
    ja: '単一のアベイラビリティゾーンにあるデータベースは、その障害の間使えず、メンテナンスのたびに停止します。',
  },
  fix: {
    edits: { terraform: [{ of: ['aws_db_instance'], set: 'multi_az', value: true }], cloudformation: [{ set: 'MultiAZ', value: true }] },
    cautions: ['costs'],
    summary: { en: 'Set multi_az to true.', ja: 'multi_az を true にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  multi_az = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      MultiAZ: true`,
    cli: 'aws rds modify-db-instance --db-instance-identifier NAME --multi-az',
    console: {
      en: 'RDS → Databases → the instance → Modify → Multi-AZ deployment → Continue → Apply.',
      ja: 'RDS → データベース → 対象 → 変更 → マルチ AZ 配置 → 続行 → 適用。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html'],
  equivalents: ['CKV_AWS_157', 'RDS.5', 'prowler:rds_instance_multi_az', 'cloudsploit:rdsMultiAz'],
  evaluate(instance) {
    if (instance.isMultiAz) return pass();
    return fail({
      en: `Database ${instance.name} runs in one zone only`,
      ja: `データベース ${instance.name} は単一のアベイラビリティゾーンで動作しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
`,
    ),
    passes(
      'on',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  multi_az = true
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "ha" {}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  multi_az = var.ha
}
`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      MultiAZ: true`,
    }),
  ],
});
