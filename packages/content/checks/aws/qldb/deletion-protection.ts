/** A ledger that can be deleted proves nothing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Ledgers have deletion protection', ja: '台帳の削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.qldb.ledger',
  why: {
    en: 'A mistake in code or a stolen role deletes the journal that was meant to be unchangeable.',
    ja: 'コードの誤りや奪われたロールで、変更できないはずの記録が消えます。',
  },
  fix: {
    summary: { en: 'Leave deletion_protection true.', ja: 'deletion_protection を true のままにしてください。' },
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
  references: ['https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html'],
  equivalents: ['CKV_AWS_172'],
  noFramework: 'no control mapping yet',
  evaluate(ledger) {
    if (ledger.deletionProtection) return pass();
    return fail({ en: `Ledger ${ledger.name} has no deletion protection`, ja: `台帳 ${ledger.name} に削除保護がありません` });
  },
  examples: [
    fails(
      'off',
      `resource "aws_qldb_ledger" "orders" {
  name                = "orders"
  permissions_mode    = "STANDARD"
  deletion_protection = false
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::QLDB::Ledger
    Properties:
      Name: orders
      PermissionsMode: STANDARD
      DeletionProtection: false`,
      },
    ),
    passes(
      'the default',
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
