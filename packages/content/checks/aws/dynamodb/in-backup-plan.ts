/** Point-in-time recovery ends with the table; copies of a plan do not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables are in a backup plan', ja: 'テーブルがバックアッププランに含まれている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.table',
  why: {
    en: 'Point-in-time recovery keeps 35 days in the same account; a plan keeps copies under rules of its own.',
    ja: 'ポイントインタイムリカバリは同じアカウントに 35 日分だけです。プランのコピーは独立した規則で保持されます。',
  },
  fix: {
    summary: {
      en: 'Assign the table to a backup plan by ARN or tag (aws_backup_selection).',
      ja: 'ARN またはタグによりテーブルをバックアッププランに割り当ててください (aws_backup_selection)。',
    },
    terraform: `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_backup_selection" "tables" {
  name         = "tables"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_dynamodb_table.orders.arn]
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
  Tables:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: tables
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources: [!GetAtt Orders.Arn]`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  equivalents: ['DynamoDB.4', 'prowler:dynamodb_table_protected_by_backup_plan'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    if (table.isBackedUp) return pass();
    return fail({
      en: `No backup plan of this code chooses table ${table.name}`,
      ja: `テーブル ${table.name} を対象とするバックアッププランがこのコードにありません`,
    });
  },
  examples: [
    fails(
      'no plan',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST`,
      },
    ),
    passes(
      'chosen by ARN',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_backup_selection" "tables" {
  name         = "tables"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_dynamodb_table.orders.arn]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
  Tables:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: daily
      BackupSelection:
        SelectionName: tables
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources: [!GetAtt Orders.Arn]`,
      },
    ),
  ],
});
