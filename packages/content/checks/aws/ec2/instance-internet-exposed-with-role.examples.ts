/** Examples of instance-internet-exposed-with-role. */
import type { Example } from '@kumomori/model';
import { fails, isNotApplicable, isUnknown, passes } from '@kumomori/model';

const role = `resource "aws_iam_instance_profile" "ops" {
  name = "ops"
  role = aws_iam_role.ops.name
}
resource "aws_iam_role" "ops" {
  name               = "ops"
  assume_role_policy = "{}"
}
`;

function instance(options: { readonly isPublic: boolean; readonly port: number; readonly source: string }): string {
  return `resource "aws_security_group" "ops" {
  name = "ops"
  ingress {
    protocol    = "tcp"
    from_port   = ${options.port}
    to_port     = ${options.port}
    cidr_blocks = ["${options.source}"]
  }
}
resource "aws_instance" "ops" {
  ami                         = "ami-0123456789abcdef0"
  associate_public_ip_address = ${options.isPublic}
  vpc_security_group_ids      = [aws_security_group.ops.id]
  iam_instance_profile        = aws_iam_instance_profile.ops.name
}
`;
}

const exposed = instance({ isPublic: true, port: 443, source: '0.0.0.0/0' });

const administrator = `resource "aws_iam_role_policy_attachment" "ops" {
  role       = aws_iam_role.ops.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`;

const readsCustomers = `resource "aws_s3_bucket" "customers" {
  bucket = "minato-customers"
}
data "aws_iam_policy_document" "ops" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.customers.arn}/*"]
  }
}
resource "aws_iam_role_policy" "ops" {
  role   = aws_iam_role.ops.id
  policy = data.aws_iam_policy_document.ops.json
}
`;

const writesLogs = `resource "aws_iam_role_policy" "ops" {
  role = aws_iam_role.ops.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["logs:PutLogEvents"], Resource = "*" }]
  })
}
resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.ops.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}
`;

export const examples: readonly Example[] = [
  fails('administrator behind an open port', exposed + role + administrator),
  fails('the role reads every object of a bucket', exposed + role + readsCustomers),
  passes('the role only writes logs', exposed + role + writesLogs),
  passes('nobody on the internet gets to it', instance({ isPublic: true, port: 22, source: '198.51.100.0/24' }) + role + administrator),
  passes('no public address', instance({ isPublic: false, port: 443, source: '0.0.0.0/0' }) + role + administrator),
  isUnknown('the role is not in this code', exposed.replace('aws_iam_instance_profile.ops.name', '"ops"')),
  isNotApplicable(
    'no role',
    `resource "aws_instance" "ops" {
  ami                         = "ami-0123456789abcdef0"
  associate_public_ip_address = true
}`,
  ),
  fails('administrator behind an open port of a template', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      IamInstanceProfile: !Ref OrdersProfile
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true
          GroupSet:
            - !Ref Web
          SubnetId: subnet-0123456789abcdef0
  OrdersProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !Ref OrdersRole
  OrdersRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: []
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
  }),
  fails('a role of a template that reads objects', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      IamInstanceProfile: !Ref OrdersProfile
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true
          GroupSet:
            - !Ref Web
          SubnetId: subnet-0123456789abcdef0
  OrdersProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !Ref OrdersRole
  OrdersRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: []
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::orders-bucket/*
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
  }),
  passes('no public address in a template', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      SecurityGroupIds:
        - !Ref Web
      IamInstanceProfile: !Ref OrdersProfile
      SubnetId: subnet-0123456789abcdef0
  OrdersProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !Ref OrdersRole
  OrdersRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: []
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
  }),
  passes('nobody on the internet gets to it, in a template', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      IamInstanceProfile: !Ref OrdersProfile
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true
          GroupSet:
            - !Ref Web
          SubnetId: subnet-0123456789abcdef0
  OrdersProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !Ref OrdersRole
  OrdersRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: []
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 22
          ToPort: 22
          CidrIp: 198.51.100.0/24`,
  }),
  isUnknown('the role is elsewhere', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      IamInstanceProfile: orders
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true
          GroupSet:
            - !Ref Web
          SubnetId: subnet-0123456789abcdef0
  OrdersProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles:
        - !Ref OrdersRole
  OrdersRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: []
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/AdministratorAccess
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web servers
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 443
          ToPort: 443
          CidrIp: 0.0.0.0/0`,
  }),
  isNotApplicable('no role in a template', {
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true`,
  }),
];
