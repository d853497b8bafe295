/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'File shares use a customer managed key', ja: 'ファイル共有がカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.storagegateway.file-share',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_arn.', ja: 'kms_key_arn を指定してください。' },
    terraform: `resource "aws_storagegateway_smb_file_share" "shared" {
  gateway_arn   = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn  = "arn:aws:s3:::orders-bucket"
  role_arn      = "arn:aws:iam::123456789012:role/gateway"
  kms_encrypted = true
  kms_key_arn   = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/filegateway/latest/files3/encrypt-objects-stored-by-file-gateway-in-amazon-s3.html'],
  equivalents: ['prowler:storagegateway_fileshare_encryption_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(share) {
    if (share.hasCustomerKey) return pass();
    return fail({
      en: `Share ${share.name} is not encrypted with a customer managed key`,
      ja: `共有 ${share.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_storagegateway_smb_file_share" "shared" {
  gateway_arn  = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::orders-bucket"
  role_arn     = "arn:aws:iam::123456789012:role/gateway"
}`,
    ),
    passes(
      'a key',
      `resource "aws_storagegateway_smb_file_share" "shared" {
  gateway_arn   = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn  = "arn:aws:s3:::orders-bucket"
  role_arn      = "arn:aws:iam::123456789012:role/gateway"
  kms_encrypted = true
  kms_key_arn   = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
