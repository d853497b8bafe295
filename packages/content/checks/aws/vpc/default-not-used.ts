/** Every subnet of the default VPC is public. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The default VPC hosts no workload', ja: 'デフォルト VPC を使わない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.vpc',
  why: {
    en: 'All subnets of the default VPC give public addresses and lead to the internet; what starts there by accident is exposed.',
    ja: 'デフォルト VPC の全サブネットは公開アドレスを割り当て、インターネットにつながります。誤って起動したものが公開されます。',
  },
  fix: {
    summary: { en: 'Build a VPC of your own and delete the default one.', ja: '独自の VPC を作り、デフォルト VPC を削除してください。' },
    terraform: `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}`,
    cli: 'aws ec2 delete-vpc --vpc-id ID',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html'],
  equivalents: [
    'CKV_AWS_148',
    'AVD-AWS-0101',
    'tfsec:aws-ec2-no-default-vpc',
    'cloudsploit:defaultVpcExists',
    'cloudsploit:defaultVpcInUse',
  ],
  without: { cloudformation: 'a template cannot adopt the default VPC' },
  evaluate(vpc) {
    if (!vpc.isDefault) return pass();
    return fail({ en: `${vpc.name} keeps the default VPC`, ja: `${vpc.name} はデフォルト VPC を使い続けています` });
  },
  examples: [
    fails(
      'adopted',
      `resource "aws_default_vpc" "default" {
  tags = {
    Name = "default"
  }
}`,
    ),
    passes(
      'own VPC',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16`,
      },
    ),
  ],
});
