/** The default policy is of 2018 and still admits SHA-1. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transfer servers use a recent security policy', ja: '転送サーバーが新しいセキュリティポリシーを使用している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.transfer.server',
  why: {
    en: 'Old policies take ciphers and key exchanges that are broken or near to it.',
    ja: '古いポリシーは、破られた、または破られつつある暗号や鍵交換を受け付けます。',
  },
  fix: {
    summary: {
      en: 'Set security_policy_name to TransferSecurityPolicy-2024-01 or newer.',
      ja: 'security_policy_name を TransferSecurityPolicy-2024-01 以降にしてください。',
    },
    terraform: `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  security_policy_name   = "TransferSecurityPolicy-2024-01"
}`,
    cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      SecurityPolicyName: TransferSecurityPolicy-2024-01`,
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html'],
  equivalents: ['CKV_AWS_380'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    const year = Number(/(20\d\d)-\d\d$/.exec(server.securityPolicy)?.[1] ?? '0');
    if (year >= 2023) return pass();
    return fail({
      en: `Server ${server.name} uses the old security policy ${server.securityPolicy}`,
      ja: `サーバー ${server.name} は古いセキュリティポリシー ${server.securityPolicy} を使用しています`,
    });
  },
  examples: [
    fails(
      'the default',
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
    fails(
      'of 2020',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  security_policy_name   = "TransferSecurityPolicy-2020-06"
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      SecurityPolicyName: TransferSecurityPolicy-2020-06`,
      },
    ),
    passes(
      'of 2024',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  security_policy_name   = "TransferSecurityPolicy-2024-01"
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      SecurityPolicyName: TransferSecurityPolicy-2024-01`,
      },
    ),
  ],
});
