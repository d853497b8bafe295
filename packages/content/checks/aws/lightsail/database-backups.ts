/** Without backups a dropped table is gone. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Lightsail databases are backed up', ja: 'Lightsail データベースがバックアップされている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lightsail.database',
  why: {
    en: 'Without automatic backups a dropped table or a ransom note is the end of the data.',
    ja: '自動バックアップがないと、テーブルの削除やランサムウェアでデータが失われます。',
  },
  fix: {
    summary: {
      en: 'Leave backup_retention_enabled on.',
      ja: 'backup_retention_enabled を有効のままにしてください。',
    },
    terraform: `resource "aws_lightsail_database" "shop" {
  relational_database_name = "shop"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "small_2_0"
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Lightsail::Database
    Properties:
      RelationalDatabaseName: shop
      RelationalDatabaseBlueprintId: mysql_8_0
      RelationalDatabaseBundleId: small_2_0`,
    cli: 'aws lightsail update-relational-database --relational-database-name NAME --enable-backup-retention',
  },
  references: ['https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-creating-a-database-snapshot.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.hasBackups) return pass();
    return fail({
      en: `Database ${database.name} has no automatic backups`,
      ja: `データベース ${database.name} の自動バックアップが無効です`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_lightsail_database" "shop" {
  relational_database_name = "shop"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "small_2_0"
  backup_retention_enabled = false
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Lightsail::Database
    Properties:
      RelationalDatabaseName: shop
      RelationalDatabaseBlueprintId: mysql_8_0
      RelationalDatabaseBundleId: small_2_0
      BackupRetention: false`,
      },
    ),
    passes(
      'not written',
      `resource "aws_lightsail_database" "shop" {
  relational_database_name = "shop"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "small_2_0"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Lightsail::Database
    Properties:
      RelationalDatabaseName: shop
      RelationalDatabaseBlueprintId: mysql_8_0
      RelationalDatabaseBundleId: small_2_0`,
      },
    ),
  ],
});
