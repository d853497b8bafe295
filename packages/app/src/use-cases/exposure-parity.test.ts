/** The same network written in Terraform, in CloudFormation and answered by AWS: the same is reached. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedAnswers } from '../testing/index.ts';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import { findExposure } from './find-exposure.ts';

const terraform = `
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
resource "aws_subnet" "a" {
  vpc_id = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_route_table" "a" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_route_table_association" "a" {
  subnet_id = aws_subnet.a.id
  route_table_id = aws_route_table.a.id
}
resource "aws_network_acl" "a" {
  vpc_id = aws_vpc.main.id
  subnet_ids = [aws_subnet.a.id]
  ingress {
    rule_no = 100
    action = "allow"
    protocol = "tcp"
    from_port = 20
    to_port = 100
    cidr_block = "0.0.0.0/0"
  }
  egress {
    rule_no = 100
    action = "allow"
    protocol = "tcp"
    from_port = 1024
    to_port = 65535
    cidr_block = "0.0.0.0/0"
  }
}
resource "aws_security_group" "web" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol = "tcp"
    from_port = 22
    to_port = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_instance" "web" {
  subnet_id = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.web.id]
  associate_public_ip_address = true
}
resource "aws_instance" "inner" {
  subnet_id = aws_subnet.a.id
  vpc_security_group_ids = [aws_security_group.web.id]
  associate_public_ip_address = false
}
`;

const cloudformation = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Main: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
    Gateway: { Type: 'AWS::EC2::InternetGateway' },
    A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Main' }, CidrBlock: '10.0.1.0/24' } },
    Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: { Ref: 'Main' } } },
    Out: {
      Type: 'AWS::EC2::Route',
      Properties: { RouteTableId: { Ref: 'Table' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: { Ref: 'Gateway' } },
    },
    Uses: {
      Type: 'AWS::EC2::SubnetRouteTableAssociation',
      Properties: { SubnetId: { Ref: 'A' }, RouteTableId: { 'Fn::GetAtt': ['Table', 'RouteTableId'] } },
    },
    Acl: { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: { Ref: 'Main' } } },
    In: {
      Type: 'AWS::EC2::NetworkAclEntry',
      Properties: {
        NetworkAclId: { Ref: 'Acl' },
        RuleNumber: 100,
        Protocol: 6,
        RuleAction: 'allow',
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 20, To: 100 },
      },
    },
    Back: {
      Type: 'AWS::EC2::NetworkAclEntry',
      Properties: {
        NetworkAclId: { Ref: 'Acl' },
        RuleNumber: 100,
        Protocol: 6,
        Egress: true,
        RuleAction: 'allow',
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 1024, To: 65535 },
      },
    },
    AclUses: { Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties: { SubnetId: { Ref: 'A' }, NetworkAclId: { Ref: 'Acl' } } },
    Group: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: 'web',
        VpcId: { Ref: 'Main' },
        SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 443, CidrIp: '0.0.0.0/0' }],
      },
    },
    Web: {
      Type: 'AWS::EC2::Instance',
      Properties: {
        NetworkInterfaces: [
          { DeviceIndex: '0', SubnetId: { Ref: 'A' }, GroupSet: [{ 'Fn::GetAtt': ['Group', 'GroupId'] }], AssociatePublicIpAddress: true },
        ],
      },
    },
    Inner: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: { Ref: 'A' }, SecurityGroupIds: [{ Ref: 'Group' }] } },
  },
});

const ACCOUNT = '123456789012';
const ec2 = (operation: string, response: object): RecordedAnswers => ({
  [`aws:${ACCOUNT}:ap-northeast-1:ec2:${operation}`]: [{ response: JSON.parse(JSON.stringify(response)) as never }],
});
const entry = (Egress: boolean, From: number, To: number): object => ({
  CidrBlock: '0.0.0.0/0',
  Egress,
  PortRange: { From, To },
  Protocol: '6',
  RuleAction: 'allow',
  RuleNumber: 100,
});
const instance = (InstanceId: string, more: object): object => ({
  ...{
    InstanceId,
    State: { Name: 'running' },
    SubnetId: 'subnet-0a1',
    VpcId: 'vpc-0a1',
    SecurityGroups: [{ GroupId: 'sg-0a1', GroupName: 'web' }],
    NetworkInterfaces: [],
  },
  ...more,
});
const live: RecordedAnswers = {
  ...ec2('DescribeVpcs', { Vpcs: [{ VpcId: 'vpc-0a1', CidrBlock: '10.0.0.0/16', IsDefault: false, OwnerId: ACCOUNT }] }),
  ...ec2('DescribeSubnets', {
    Subnets: [{ SubnetId: 'subnet-0a1', VpcId: 'vpc-0a1', CidrBlock: '10.0.1.0/24', MapPublicIpOnLaunch: false, OwnerId: ACCOUNT }],
  }),
  ...ec2('DescribeRouteTables', {
    RouteTables: [
      {
        ...{ RouteTableId: 'rtb-0a1', VpcId: 'vpc-0a1', OwnerId: ACCOUNT, Associations: [{ Main: true, RouteTableId: 'rtb-0a1' }] },
        Routes: [
          { DestinationCidrBlock: '10.0.0.0/16', GatewayId: 'local', State: 'active' },
          { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-0a1', State: 'active' },
        ],
      },
    ],
  }),
  ...ec2('DescribeInternetGateways', {
    InternetGateways: [{ InternetGatewayId: 'igw-0a1', OwnerId: ACCOUNT, Attachments: [{ VpcId: 'vpc-0a1', State: 'available' }] }],
  }),
  ...ec2('DescribeNetworkAcls', {
    NetworkAcls: [
      {
        ...{
          NetworkAclId: 'acl-0a1',
          VpcId: 'vpc-0a1',
          IsDefault: false,
          OwnerId: ACCOUNT,
          Associations: [{ NetworkAclId: 'acl-0a1', SubnetId: 'subnet-0a1' }],
        },
        Entries: [entry(false, 20, 100), entry(true, 1024, 65535)],
      },
    ],
  }),
  ...ec2('DescribeSecurityGroups', {
    SecurityGroups: [
      {
        ...{ GroupId: 'sg-0a1', GroupName: 'web', Description: 'web', VpcId: 'vpc-0a1', OwnerId: ACCOUNT, IpPermissionsEgress: [] },
        IpPermissions: [
          {
            IpProtocol: 'tcp',
            FromPort: 22,
            ToPort: 443,
            IpRanges: [{ CidrIp: '0.0.0.0/0' }],
            Ipv6Ranges: [],
            PrefixListIds: [],
            UserIdGroupPairs: [],
          },
        ],
      },
    ],
  }),
  ...ec2('DescribeInstances', {
    Reservations: [{ Instances: [instance('i-0a1', { PublicIpAddress: '203.0.113.7' }), instance('i-0b2', {})] }],
  }),
};

type Said = readonly [reachable: boolean | 'unknown', ports: unknown, because: readonly string[], changes: readonly string[]];

async function reached(targets: readonly string[], nodes: readonly string[], cwd: string): Promise<readonly (Said | undefined)[]> {
  const { exposure } = await findExposure({ targets, cwd, language: 'en', from: 'internet', matrix: false });
  return nodes.map((node) => {
    const found = exposure.find((each) => each.node === node);
    return found && [found.reachable, found.ports, found.because, (found.oneChangeAway ?? []).map(({ change }) => change)];
  });
}

const ports = [{ protocol: 'tcp', from: 22, to: 100 }];
const expected: readonly Said[] = [
  [true, ports, ['public address', 'igw route', 'nacl', 'security group'], []],
  [false, [], ['public address'], ['public address']],
];

test('a network in Terraform', () =>
  inFolder({ 'code/main.tf': terraform }, async (cwd) => {
    assert.deepEqual(await reached(['code'], ['aws_instance.web', 'aws_instance.inner'], cwd), expected);
  }));

test('the same in CloudFormation', () =>
  inFolder({ 'code/network.json': cloudformation }, async (cwd) => {
    assert.deepEqual(await reached(['code'], ['Web', 'Inner'], cwd), expected);
  }));

test('the same answered by AWS', () =>
  inFolder({}, async (cwd) => {
    await writeSnapshot(`${cwd}/snapshot`, live);
    const arn = (id: string): string => `arn:aws:ec2:ap-northeast-1:${ACCOUNT}:instance/${id}`;
    assert.deepEqual(await reached(['snapshot'], [arn('i-0a1'), arn('i-0b2')], cwd), expected);
  }));

test('a route into a gateway that is gone leads nowhere', () =>
  inFolder({}, async (cwd) => {
    const text = JSON.stringify(live).replace('"igw-0a1","State":"active"', '"igw-0a1","State":"blackhole"');
    await writeSnapshot(`${cwd}/snapshot`, JSON.parse(text) as RecordedAnswers);
    const [web] = await reached(['snapshot'], [`arn:aws:ec2:ap-northeast-1:${ACCOUNT}:instance/i-0a1`], cwd);
    assert.deepEqual(web, [false, [], ['igw route'], ['igw route']]);
  }));
