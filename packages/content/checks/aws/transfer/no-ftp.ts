/** FTP sends passwords and files as they are. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transfer servers do not offer FTP', ja: '転送サーバーが FTP を提供していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.transfer.server',
  why: {
    en: 'Whoever listens on the way gets the password and every file.',
    ja: '経路上で盗聴すれば、パスワードもファイルもすべて読めます。',
  },
  fix: {
    summary: { en: 'Remove FTP from protocols.', ja: 'protocols から FTP を外してください。' },
    terraform: `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
}`,
    cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED`,
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html'],
  equivalents: ['CKV_AWS_357', 'Transfer.2', 'prowler:transfer_server_in_transit_encryption_enabled'],
  evaluate(server) {
    if (none(server.protocols, (protocol) => protocol === 'FTP')) return pass();
    return fail({ en: `Server ${server.name} offers FTP`, ja: `サーバー ${server.name} は FTP を提供しています` });
  },
  examples: [
    fails(
      'beside SFTP',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  protocols              = ["SFTP", "FTP"]
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      Protocols: [SFTP, FTP]`,
      },
    ),
    passes(
      'SFTP by default',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED`,
      },
    ),
    passes(
      'FTPS',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  protocols              = ["FTPS"]
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      Protocols: [FTPS]`,
      },
    ),
  ],
});
