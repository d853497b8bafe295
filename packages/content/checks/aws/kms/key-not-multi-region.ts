/** A key in two regions has two places to be stolen from, and two policies to keep alike. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Keys stay in one region', ja: 'キーが 1 つのリージョンに留まる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kms.key',
  why: {
    en: 'Each copy has a policy of its own: who loosens one decrypts the data of all regions.',
    ja: 'コピーごとにポリシーがあり、1 つを緩めれば全リージョンのデータを復号できます。',
  },
  fix: {
    summary: {
      en: 'Use a key for each region unless clients have to decrypt in several.',
      ja: '複数リージョンでの復号が必要でない限り、リージョンごとのキーを使ってください。',
    },
    terraform: `resource "aws_kms_key" "orders" {
  multi_region = false
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      MultiRegion: false`,
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
  equivalents: ['prowler:kms_cmk_not_multi_region'],
  noFramework: 'no control mapping yet',
  evaluate(key) {
    if (!key.isMultiRegion) return pass();
    return fail({ en: `Key ${key.name} is a multi-Region key`, ja: `キー ${key.name} はマルチリージョンキーです` });
  },
  examples: [
    fails(
      'switched on',
      `resource "aws_kms_key" "orders" {
  multi_region = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      MultiRegion: true`,
      },
    ),
    passes(
      'by default',
      `resource "aws_kms_key" "orders" {
  description = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::KMS::Key
    Properties:
      Description: orders`,
      },
    ),
  ],
});
