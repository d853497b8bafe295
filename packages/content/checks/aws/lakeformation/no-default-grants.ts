/** A default grant to everybody makes every other permission of the lake moot. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'New databases and tables of the lake admit nobody by default',
    ja: 'データレイクの新しいデータベースとテーブルが既定で誰も許可しない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lakeformation.settings',
  why: {
    en: "A default grant to IAM_ALLOWED_PRINCIPALS leaves every new table to whoever has IAM rights, whatever the lake's own permissions say.",
    ja: 'IAM_ALLOWED_PRINCIPALS への既定の許可があると、Lake Formation の権限によらず、IAM 権限を持つ全員が新しいテーブルを使えます。',
  },
  fix: {
    summary: {
      en: 'Take default permissions for IAM_ALLOWED_PRINCIPALS out.',
      ja: 'IAM_ALLOWED_PRINCIPALS への既定の許可を外してください。',
    },
    terraform: `resource "aws_lakeformation_data_lake_settings" "lake" {
  admins = ["arn:aws:iam::123456789012:role/lake-admin"]
}`,
    cloudformation: `Resources:
  Lake:
    Type: AWS::LakeFormation::DataLakeSettings
    Properties:
      Admins:
        - DataLakePrincipalIdentifier: arn:aws:iam::123456789012:role/lake-admin`,
    cli: 'aws lakeformation put-data-lake-settings --data-lake-settings file://settings.json',
  },
  references: ['https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(settings) {
    if (
      none(settings.databaseDefaults, (grant) => grant.principal === 'IAM_ALLOWED_PRINCIPALS') &&
      none(settings.tableDefaults, (grant) => grant.principal === 'IAM_ALLOWED_PRINCIPALS')
    )
      return pass();
    return fail({
      en: `The lake ${settings.name} grants every new database or table to whoever has IAM rights`,
      ja: `データレイク ${settings.name} は新しいデータベースやテーブルを IAM 権限を持つ全員に許可します`,
    });
  },
  examples: [
    fails(
      'databases',
      `resource "aws_lakeformation_data_lake_settings" "lake" {
  admins = ["arn:aws:iam::123456789012:role/lake-admin"]
  create_database_default_permissions {
    permissions = ["ALL"]
    principal   = "IAM_ALLOWED_PRINCIPALS"
  }
}`,
      {
        cloudformation: `Resources:
  Lake:
    Type: AWS::LakeFormation::DataLakeSettings
    Properties:
      Admins:
        - DataLakePrincipalIdentifier: arn:aws:iam::123456789012:role/lake-admin
      CreateDatabaseDefaultPermissions:
        CreateDatabaseDefaultPermissions:
          - Permissions: [ALL]
            Principal:
              DataLakePrincipalIdentifier: IAM_ALLOWED_PRINCIPALS`,
      },
    ),
    passes(
      'nobody',
      `resource "aws_lakeformation_data_lake_settings" "lake" {
  admins = ["arn:aws:iam::123456789012:role/lake-admin"]
}`,
      {
        cloudformation: `Resources:
  Lake:
    Type: AWS::LakeFormation::DataLakeSettings
    Properties:
      Admins:
        - DataLakePrincipalIdentifier: arn:aws:iam::123456789012:role/lake-admin`,
      },
    ),
  ],
});
