/** ALLOW_ALL is a ledger where everybody may write. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Ledgers use standard permissions', ja: '台帳の権限モードが STANDARD である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.qldb.ledger',
  why: {
    en: 'In mode ALLOW_ALL whoever may send commands reads and writes every table.',
    ja: 'ALLOW_ALL では、コマンドを送れる者は全テーブルを読み書きできます。',
  },
  fix: {
    edits: { terraform: [{ set: 'permissions_mode', value: 'STANDARD' }], cloudformation: [{ set: 'PermissionsMode', value: 'STANDARD' }] },
    cautions: ['changes-permissions'],
    summary: { en: 'Set permissions_mode to STANDARD.', ja: 'permissions_mode を STANDARD にしてください。' },
    terraform: `resource "aws_qldb_ledger" "orders" {
  name             = "orders"
  permissions_mode = "STANDARD"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::QLDB::Ledger
    Properties:
      Name: orders
      PermissionsMode: STANDARD`,
  },
  references: ['https://docs.aws.amazon.com/qldb/latest/developerguide/security_iam_service-with-iam.html'],
  equivalents: ['CKV_AWS_170'],
  noFramework: 'no control mapping yet',
  evaluate(ledger) {
    if (ledger.permissionsMode === 'STANDARD') return pass();
    return fail({
      en: `Ledger ${ledger.name} allows everything to whoever may send commands`,
      ja: `台帳 ${ledger.name} はコマンドを送れる者にすべてを許可しています`,
    });
  },
  examples: [
    fails(
      'everything',
      `resource "aws_qldb_ledger" "orders" {
  name             = "orders"
  permissions_mode = "ALLOW_ALL"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::QLDB::Ledger
    Properties:
      Name: orders
      PermissionsMode: ALLOW_ALL`,
      },
    ),
    passes(
      'standard',
      `resource "aws_qldb_ledger" "orders" {
  name             = "orders"
  permissions_mode = "STANDARD"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::QLDB::Ledger
    Properties:
      Name: orders
      PermissionsMode: STANDARD`,
      },
    ),
  ],
});
