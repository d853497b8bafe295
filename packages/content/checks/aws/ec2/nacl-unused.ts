/** An ACL without subnets protects nothing, but looks as if it did. */
import { aside, defineCheck, fail, fails, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Unused network ACLs are removed', ja: '未使用のネットワーク ACL が削除されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.network-acl',
  why: {
    en: 'Who reads the rules believes them to be in force, while the subnets use another ACL.',
    ja: 'ルールを読んだ人は有効だと思い込みますが、サブネットは別の ACL を使っています。',
  },
  fix: {
    summary: { en: 'Give it subnets or remove it.', ja: 'サブネットを関連付けるか、削除してください。' },
    terraform: `resource "aws_network_acl" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = ["subnet-0a", "subnet-0b"]
}`,
    cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  First:
    Type: AWS::EC2::SubnetNetworkAclAssociation
    Properties:
      NetworkAclId: !Ref Private
      SubnetId: subnet-0a`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html'],
  equivalents: ['CKV2_AWS_1', 'EC2.16', 'prowler:ec2_networkacl_unused'],
  evaluate(acl) {
    if (aside(() => acl.isDefault)) {
      return notApplicable({
        en: `${acl.name} comes with its VPC and cannot be removed`,
        ja: `${acl.name} は VPC に付属し、削除できません`,
      });
    }
    if (acl.isAssociated) return pass();
    return fail({
      en: `No subnet of this code uses network ACL ${acl.name}`,
      ja: `ネットワーク ACL ${acl.name} を使うサブネットがこのコードにありません`,
    });
  },
  examples: [
    fails(
      'no subnet',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"
}`,
      {
        cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0`,
      },
    ),
    passes(
      'two subnets',
      `resource "aws_network_acl" "private" {
  vpc_id     = "vpc-0123456789abcdef0"
  subnet_ids = ["subnet-0a", "subnet-0b"]
}`,
      {
        cloudformation: `Resources:
  Private:
    Type: AWS::EC2::NetworkAcl
    Properties:
      VpcId: vpc-0123456789abcdef0
  First:
    Type: AWS::EC2::SubnetNetworkAclAssociation
    Properties:
      NetworkAclId: !Ref Private
      SubnetId: subnet-0a`,
      },
    ),
    passes(
      'an association of its own',
      `resource "aws_network_acl" "private" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_network_acl_association" "a" {
  network_acl_id = aws_network_acl.private.id
  subnet_id      = "subnet-0a"
}`,
    ),
  ],
});
