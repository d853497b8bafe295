/** Studio applications with their own way to the internet carry data past the VPC. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SageMaker domains reach the internet through the VPC only', ja: 'SageMaker ドメインの通信が VPC を経由する' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.domain',
  why: {
    en: 'By default applications of the domain use a network of SageMaker, past the filters and logs of your VPC.',
    ja: '既定ではドメインのアプリは SageMaker 側のネットワークを使い、自社 VPC のフィルターやログを通りません。',
  },
  fix: {
    summary: {
      en: 'Set app_network_access_type to VpcOnly.',
      ja: 'app_network_access_type を VpcOnly にしてください。',
    },
    terraform: `resource "aws_sagemaker_domain" "research" {
  domain_name = "research"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]
  default_user_settings {
    execution_role = "arn:aws:iam::123456789012:role/studio"
  }
  app_network_access_type = "VpcOnly"
}`,
    cloudformation: `Resources:
  Research:
    Type: AWS::SageMaker::Domain
    Properties:
      DomainName: research
      AuthMode: IAM
      VpcId: vpc-0123456789abcdef0
      SubnetIds: [subnet-0123456789abcdef0]
      DefaultUserSettings:
        ExecutionRole: arn:aws:iam::123456789012:role/studio
      AppNetworkAccessType: VpcOnly`,
    cli: 'aws sagemaker update-domain --domain-id ID --app-network-access-type VpcOnly',
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html'],
  equivalents: ['prowler:sagemaker_domain_vpc_only'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.networkAccess === 'VpcOnly') return pass();
    return fail({
      en: `Applications of domain ${domain.name} use the internet directly (${domain.networkAccess})`,
      ja: `ドメイン ${domain.name} のアプリはインターネットに直接接続します (${domain.networkAccess})`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_domain" "research" {
  domain_name = "research"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]
  default_user_settings {
    execution_role = "arn:aws:iam::123456789012:role/studio"
  }
}`,
      {
        cloudformation: `Resources:
  Research:
    Type: AWS::SageMaker::Domain
    Properties:
      DomainName: research
      AuthMode: IAM
      VpcId: vpc-0123456789abcdef0
      SubnetIds: [subnet-0123456789abcdef0]
      DefaultUserSettings:
        ExecutionRole: arn:aws:iam::123456789012:role/studio`,
      },
    ),
    passes(
      'inside the VPC',
      `resource "aws_sagemaker_domain" "research" {
  domain_name = "research"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0"]
  default_user_settings {
    execution_role = "arn:aws:iam::123456789012:role/studio"
  }
  app_network_access_type = "VpcOnly"
}`,
      {
        cloudformation: `Resources:
  Research:
    Type: AWS::SageMaker::Domain
    Properties:
      DomainName: research
      AuthMode: IAM
      VpcId: vpc-0123456789abcdef0
      SubnetIds: [subnet-0123456789abcdef0]
      DefaultUserSettings:
        ExecutionRole: arn:aws:iam::123456789012:role/studio
      AppNetworkAccessType: VpcOnly`,
      },
    ),
  ],
});
