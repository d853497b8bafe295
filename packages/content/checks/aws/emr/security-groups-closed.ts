/** Consoles and data services of the cluster listen on many ports, most of them without login. */
import { anyOf, defineCheck, fail, fails, findInternetRule, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR security groups are not open to the internet', ja: 'EMR のセキュリティグループがインターネットに開放されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.cluster',
  why: {
    en: 'The nodes listen on dozens of ports without login; an open group gives the internet the cluster and its role.',
    ja: 'ノードは認証のない多数のポートで待ち受けます。開放すると、クラスターとそのロールがインターネットに渡ります。',
  },
  fix: {
    summary: {
      en: 'Admit known addresses only.',
      ja: '既知のアドレスだけを許可してください。',
    },
    terraform: `resource "aws_security_group" "emr" {
  name = "emr"
  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24"]
  }
}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.emr.id
    emr_managed_slave_security_group  = aws_security_group.emr.id
  }
}`,
    cloudformation: `Resources:
  Emr:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: emr
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 8088
          ToPort: 8088
          CidrIp: 192.0.2.0/24
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      Instances:
        EmrManagedMasterSecurityGroup: !Ref Emr
        EmrManagedSlaveSecurityGroup: !Ref Emr`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-groups.html'],
  equivalents: ['CKV2_AWS_7'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const isOpen = anyOf(
      () => cluster.primarySecurityGroup !== undefined && findInternetRule(cluster.primarySecurityGroup.ingress, () => true) !== undefined,
      () => cluster.coreSecurityGroup !== undefined && findInternetRule(cluster.coreSecurityGroup.ingress, () => true) !== undefined,
    );
    if (!isOpen) return pass();
    return fail({
      en: `A security group of cluster ${cluster.name} is open to the internet`,
      ja: `クラスター ${cluster.name} のセキュリティグループがインターネットに開放されています`,
    });
  },
  examples: [
    fails(
      'open on port 8088',
      `resource "aws_security_group" "emr" {
  name = "emr"
  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.emr.id
    emr_managed_slave_security_group  = aws_security_group.emr.id
  }
}`,
      {
        cloudformation: `Resources:
  Emr:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: emr
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 8088
          ToPort: 8088
          CidrIp: 0.0.0.0/0
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      Instances:
        EmrManagedMasterSecurityGroup: !Ref Emr
        EmrManagedSlaveSecurityGroup: !Ref Emr`,
      },
    ),
    passes(
      'known addresses',
      `resource "aws_security_group" "emr" {
  name = "emr"
  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["192.0.2.0/24"]
  }
}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  ec2_attributes {
    instance_profile                  = "emr"
    emr_managed_master_security_group = aws_security_group.emr.id
    emr_managed_slave_security_group  = aws_security_group.emr.id
  }
}`,
      {
        cloudformation: `Resources:
  Emr:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupName: emr
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 8088
          ToPort: 8088
          CidrIp: 192.0.2.0/24
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      Instances:
        EmrManagedMasterSecurityGroup: !Ref Emr
        EmrManagedSlaveSecurityGroup: !Ref Emr`,
      },
    ),
  ],
});
