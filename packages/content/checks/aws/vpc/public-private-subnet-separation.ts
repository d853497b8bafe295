/** Databases do not belong where the internet gateway is. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'VPCs separate public and private subnets', ja: 'VPC がパブリックとプライベートのサブネットを分けている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.vpc.network',
  why: {
    en: 'In a VPC with public subnets only, one wrong address or rule puts any server on the internet.',
    ja: 'パブリックサブネットしかない VPC では、アドレスやルールの設定ミス 1 つでどのサーバーも公開されます。',
  },
  fix: {
    summary: {
      en: 'Add subnets whose route table has no route to the internet gateway, and put servers there.',
      ja: 'インターネットゲートウェイへの経路を持たないサブネットを追加し、サーバーはそこに置いてください。',
    },
    terraform: `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
}
resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web.id
  route_table_id = aws_route_table.public.id
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.4.0/24"
}
resource "aws_route_table_association" "data" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.private.id
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Gateway:
    Type: AWS::EC2::InternetGateway
    Properties: {}
  Public:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Main
  PublicRoute:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Public
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Gateway
  Private:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Main
  Web:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.3.0/24
  WebRoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Web
      RouteTableId: !Ref Public
  Data:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.4.0/24
  DataRoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Data
      RouteTableId: !Ref Private`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html'],
  equivalents: ['prowler:vpc_subnet_separate_private_public'],
  evaluate(vpc) {
    if (vpc.subnets.length === 0) return notApplicable({ en: 'It has no subnets in this code', ja: 'このコードにサブネットがありません' });
    if (any(vpc.subnets, (subnet) => !subnet.isPublic)) return pass();
    return fail({
      en: `Every subnet of VPC ${vpc.name} leads to the internet gateway`,
      ja: `VPC ${vpc.name} のすべてのサブネットがインターネットゲートウェイにつながっています`,
    });
  },
  examples: [
    fails(
      'public only',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
}
resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web.id
  route_table_id = aws_route_table.public.id
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.4.0/24"
}
resource "aws_route_table_association" "data" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.public.id
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Gateway:
    Type: AWS::EC2::InternetGateway
    Properties: {}
  Public:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Main
  PublicRoute:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Public
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Gateway
  Web:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.3.0/24
  WebRoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Web
      RouteTableId: !Ref Public
  Data:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.4.0/24
  DataRoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Data
      RouteTableId: !Ref Public`,
      },
    ),
    passes(
      'one of each',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id
}
resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
}
resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web.id
  route_table_id = aws_route_table.public.id
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.4.0/24"
}
resource "aws_route_table_association" "data" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.private.id
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Gateway:
    Type: AWS::EC2::InternetGateway
    Properties: {}
  Public:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Main
  PublicRoute:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Public
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Gateway
  Private:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Main
  Web:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.3.0/24
  WebRoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Web
      RouteTableId: !Ref Public
  Data:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      CidrBlock: 10.0.4.0/24
  DataRoutes:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Data
      RouteTableId: !Ref Private`,
      },
    ),
    passes(
      'the main table leads nowhere',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_subnet" "web" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.3.0/24"
}
resource "aws_route_table_association" "web" {
  subnet_id      = aws_subnet.web.id
  route_table_id = aws_route_table.public.id
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.9.0/24"
}
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id
}`,
    ),
    isNotApplicable(
      'no subnets',
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
