/** One guest password for everybody is no sign-in. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SMB shares have no guest access', ja: 'SMB 共有がゲストアクセスを許可していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.storagegateway.file-share',
  why: {
    en: 'With guest access everybody who knows one shared password reads and changes the files, and nobody can be told apart.',
    ja: 'ゲストアクセスでは共通のパスワードを知る全員がファイルを読み書きでき、誰の操作か区別できません。',
  },
  fix: {
    summary: { en: 'Set authentication to ActiveDirectory.', ja: 'authentication を ActiveDirectory にしてください。' },
    terraform: `resource "aws_storagegateway_smb_file_share" "shared" {
  gateway_arn  = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::orders-bucket"
  role_arn     = "arn:aws:iam::123456789012:role/gateway"
}`,
  },
  references: ['https://docs.aws.amazon.com/filegateway/latest/files3/CreatingAnSMBFileShare.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(share) {
    if (share.authentication !== 'GuestAccess') return pass();
    return fail({ en: `Share ${share.name} is open to guests`, ja: `共有 ${share.name} はゲストに開かれています` });
  },
  examples: [
    fails(
      'guests',
      `resource "aws_storagegateway_smb_file_share" "shared" {
  gateway_arn    = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn   = "arn:aws:s3:::orders-bucket"
  role_arn       = "arn:aws:iam::123456789012:role/gateway"
  authentication = "GuestAccess"
}`,
    ),
    passes(
      'Active Directory',
      `resource "aws_storagegateway_smb_file_share" "shared" {
  gateway_arn  = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::orders-bucket"
  role_arn     = "arn:aws:iam::123456789012:role/gateway"
}`,
    ),
  ],
});
