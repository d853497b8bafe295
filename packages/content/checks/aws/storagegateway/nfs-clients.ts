/** NFS believes whoever may connect. */
import { any, defineCheck, fail, fails, isInternet, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'NFS shares name their clients', ja: 'NFS 共有がクライアントを限定している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.storagegateway.file-share',
  why: {
    en: 'A share for 0.0.0.0/0 is mounted by everybody who reaches the gateway, with any user id.',
    ja: '0.0.0.0/0 に開いた共有は、ゲートウェイに到達できる誰もが任意の利用者 ID でマウントできます。',
  },
  fix: {
    summary: { en: 'Name the networks of the clients in client_list.', ja: 'client_list にクライアントのネットワークを指定してください。' },
    terraform: `resource "aws_storagegateway_nfs_file_share" "shared" {
  gateway_arn  = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::orders-bucket"
  role_arn     = "arn:aws:iam::123456789012:role/gateway"
  client_list  = ["10.0.0.0/16"]
}`,
  },
  references: ['https://docs.aws.amazon.com/filegateway/latest/files3/CreatingAnNFSFileShare.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(share) {
    if (!any(share.clients, (client) => isInternet([client]))) return pass();
    return fail({ en: `Share ${share.name} may be mounted from everywhere`, ja: `共有 ${share.name} はどこからでもマウントできます` });
  },
  examples: [
    fails(
      'everybody',
      `resource "aws_storagegateway_nfs_file_share" "shared" {
  gateway_arn  = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::orders-bucket"
  role_arn     = "arn:aws:iam::123456789012:role/gateway"
  client_list  = ["0.0.0.0/0"]
}`,
    ),
    passes(
      'one network',
      `resource "aws_storagegateway_nfs_file_share" "shared" {
  gateway_arn  = "arn:aws:storagegateway:ap-northeast-1:123456789012:gateway/sgw-01234567"
  location_arn = "arn:aws:s3:::orders-bucket"
  role_arn     = "arn:aws:iam::123456789012:role/gateway"
  client_list  = ["10.0.0.0/16"]
}`,
    ),
  ],
});
