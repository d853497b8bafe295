/** An address nobody uses still stands in allow lists of partners. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Unused Elastic IPs are released', ja: '未使用の Elastic IP が解放されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.elastic-ip',
  why: {
    en: 'A forgotten address is paid for, and whoever attaches it is trusted by every allow list that still holds it.',
    ja: '忘れられたアドレスには料金がかかり、許可リストに残っていれば付け替えた者が信頼されてしまいます。',
  },
  fix: {
    summary: { en: 'Attach the address or remove it from the code.', ja: 'アドレスを関連付けるか、コードから削除してください。' },
    terraform: `resource "aws_eip" "nat" {
  domain   = "vpc"
  instance = "i-0123456789abcdef0"
}`,
    cloudformation: `Resources:
  Nat:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
      InstanceId: i-0123456789abcdef0`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html'],
  equivalents: ['CKV2_AWS_19', 'EC2.12', 'prowler:ec2_elastic_ip_unassigned'],
  evaluate(address) {
    if (address.isUsed) return pass();
    return fail({
      en: `Elastic IP ${address.name} is not used by anything in this code`,
      ja: `Elastic IP ${address.name} はこのコードのどこからも使われていません`,
    });
  },
  examples: [
    fails(
      'alone',
      `resource "aws_eip" "nat" {
  domain = "vpc"
}`,
      {
        cloudformation: `Resources:
  Nat:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc`,
      },
    ),
    passes(
      'of an instance',
      `resource "aws_eip" "nat" {
  domain   = "vpc"
  instance = "i-0123456789abcdef0"
}`,
      {
        cloudformation: `Resources:
  Nat:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
      InstanceId: i-0123456789abcdef0`,
      },
    ),
    passes(
      'of a NAT gateway',
      `resource "aws_eip" "nat" {
  domain = "vpc"
}

resource "aws_nat_gateway" "public" {
  allocation_id = aws_eip.nat.id
  subnet_id     = "subnet-0a"
}`,
      {
        cloudformation: `Resources:
  Nat:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
  Public:
    Type: AWS::EC2::NatGateway
    Properties:
      AllocationId: !GetAtt Nat.AllocationId
      SubnetId: subnet-0a`,
      },
    ),
  ],
});
