/** Minor versions carry the security fixes of the engine. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Minor engine upgrades are automatic', ja: 'マイナーバージョンが自動でアップグレードされる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Minor versions bring security fixes; switched off, somebody has to remember each of them.',
    ja: 'マイナーバージョンにはセキュリティ修正が含まれます。無効にすると、その都度誰かが覚えておく必要があります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'auto_minor_version_upgrade', value: true }],
      cloudformation: [{ set: 'AutoMinorVersionUpgrade', value: true }],
    },
    summary: {
      en: 'Set auto_minor_version_upgrade to true, or leave it out.',
      ja: 'auto_minor_version_upgrade を true にするか、記述しないでください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  auto_minor_version_upgrade = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      AutoMinorVersionUpgrade: true`,
    cli: 'aws rds modify-db-instance --db-instance-identifier NAME --auto-minor-version-upgrade',
    console: {
      en: 'RDS → Databases → the instance → Modify → Auto minor version upgrade → Continue → Apply.',
      ja: 'RDS → データベース → 対象 → 変更 → マイナーバージョンの自動アップグレード → 続行 → 適用。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  equivalents: ['CKV_AWS_226', 'RDS.13', 'prowler:rds_instance_minor_version_upgrade_enabled', 'cloudsploit:rdsMinorVersionUpgrade'],
  evaluate(instance) {
    if (instance.autoMinorVersionUpgrade) return pass();
    return fail({
      en: `Database ${instance.name} does not upgrade minor versions by itself`,
      ja: `データベース ${instance.name} はマイナーバージョンを自動アップグレードしません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  auto_minor_version_upgrade = false
}
`,
    ),
    passes(
      'default',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "auto" {}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  auto_minor_version_upgrade = var.auto
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
      AllocatedStorage: 20
      AutoMinorVersionUpgrade: false`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      AutoMinorVersionUpgrade: true`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Upgrade:
    Type: String
Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      AutoMinorVersionUpgrade: !Ref Upgrade`,
    }),
  ],
});
