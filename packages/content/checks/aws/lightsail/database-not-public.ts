/** A database with a public address is one password away from everybody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Lightsail databases are not public', ja: 'Lightsail データベースが公開されていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.lightsail.database',
  why: {
    en: 'A public database answers the whole internet; its password is all that protects it.',
    ja: '公開されたデータベースはインターネット全体に応答し、守るのはパスワードだけです。',
  },
  fix: {
    edits: { terraform: [{ set: 'publicly_accessible', value: false }], cloudformation: [{ set: 'PubliclyAccessible', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set publicly_accessible to false.',
      ja: 'publicly_accessible を false にしてください。',
    },
    terraform: `resource "aws_lightsail_database" "shop" {
  relational_database_name = "shop"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "small_2_0"
  publicly_accessible      = false
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Lightsail::Database
    Properties:
      RelationalDatabaseName: shop
      RelationalDatabaseBlueprintId: mysql_8_0
      RelationalDatabaseBundleId: small_2_0
      PubliclyAccessible: false`,
    cli: 'aws lightsail update-relational-database --relational-database-name NAME --no-publicly-accessible',
  },
  references: ['https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-database-public-mode.html'],
  equivalents: ['prowler:lightsail_database_public'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (!database.isPublic) return pass();
    return fail({
      en: `Database ${database.name} is publicly accessible`,
      ja: `データベース ${database.name} はパブリックアクセス可能です`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_lightsail_database" "shop" {
  relational_database_name = "shop"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "small_2_0"
  publicly_accessible      = true
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Lightsail::Database
    Properties:
      RelationalDatabaseName: shop
      RelationalDatabaseBlueprintId: mysql_8_0
      RelationalDatabaseBundleId: small_2_0
      PubliclyAccessible: true`,
      },
    ),
    passes(
      'private',
      `resource "aws_lightsail_database" "shop" {
  relational_database_name = "shop"
  blueprint_id             = "mysql_8_0"
  bundle_id                = "small_2_0"
  publicly_accessible      = false
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Lightsail::Database
    Properties:
      RelationalDatabaseName: shop
      RelationalDatabaseBlueprintId: mysql_8_0
      RelationalDatabaseBundleId: small_2_0
      PubliclyAccessible: false`,
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
