/** Tables that Athena writes follow the database's setting. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Athena databases are encrypted', ja: 'Athena データベースが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.athena.database',
  why: {
    en: 'Data that Athena writes for the database stays unprotected by a key when no encryption option is set.',
    ja: '暗号化オプションがないと、Athena がデータベースに書き込むデータは鍵で保護されません。',
  },
  fix: {
    summary: {
      en: 'Add encryption_configuration with SSE_KMS.',
      ja: 'encryption_configuration を追加し、SSE_KMS を指定してください。',
    },
    terraform: `resource "aws_athena_database" "reports" {
  name   = "reports"
  bucket = "orders-reports"
  encryption_configuration {
    encryption_option = "SSE_KMS"
    kms_key           = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/encryption.html'],
  equivalents: ['CKV_AWS_77', 'AVD-AWS-0006', 'tfsec:aws-athena-enable-at-rest-encryption'],
  noFramework: 'no control mapping yet',
  evaluate(database) {
    if (database.encryption !== undefined) return pass();
    return fail({
      en: `Database ${database.name} sets no encryption`,
      ja: `データベース ${database.name} に暗号化の設定がありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_athena_database" "reports" {
  name   = "reports"
  bucket = "orders-reports"
}`,
    ),
    passes(
      'with a KMS key',
      `resource "aws_athena_database" "reports" {
  name   = "reports"
  bucket = "orders-reports"
  encryption_configuration {
    encryption_option = "SSE_KMS"
    kms_key           = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    ),
  ],
});
