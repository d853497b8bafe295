/** A public server is tried day and night. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transfer servers are inside a VPC', ja: '転送サーバーが VPC 内にある' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.transfer.server',
  why: {
    en: 'A public endpoint cannot be guarded by security groups: everybody may try to sign in.',
    ja: '公開エンドポイントはセキュリティグループで守れず、誰でもログインを試せます。',
  },
  fix: {
    summary: {
      en: 'Set endpoint_type to VPC, with endpoint_details.',
      ja: 'endpoint_type を VPC にし、endpoint_details を指定してください。',
    },
    terraform: `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  endpoint_type          = "VPC"
  endpoint_details {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0a"]
  }
}`,
    cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      EndpointType: VPC
      EndpointDetails:
        VpcId: vpc-0123456789abcdef0
        SubnetIds: [subnet-0a]`,
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html'],
  equivalents: ['CKV_AWS_164', 'cloudsploit:transferPrivateLink'],
  noFramework: 'no control mapping yet',
  evaluate(server) {
    if (server.endpointType !== 'PUBLIC') return pass();
    return fail({ en: `Server ${server.name} has a public endpoint`, ja: `サーバー ${server.name} のエンドポイントは公開されています` });
  },
  examples: [
    fails(
      'public by default',
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
      'in a VPC',
      `resource "aws_transfer_server" "partners" {
  identity_provider_type = "SERVICE_MANAGED"
  endpoint_type          = "VPC"
  endpoint_details {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0a"]
  }
}`,
      {
        cloudformation: `Resources:
  Partners:
    Type: AWS::Transfer::Server
    Properties:
      IdentityProviderType: SERVICE_MANAGED
      EndpointType: VPC
      EndpointDetails:
        VpcId: vpc-0123456789abcdef0
        SubnetIds: [subnet-0a]`,
      },
    ),
  ],
});
