/** After an intrusion flow logs are what shows where the data went; they cannot be collected afterwards. */
import { any, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Each VPC has an active flow log', ja: '各 VPC でフローログが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.ec2.vpc',
  why: {
    en: 'Without flow logs nobody can tell which hosts talked to the attacker or how much data left.',
    ja: 'フローログがないと、どのホストが攻撃者と通信し、どれだけのデータが出たのか分かりません。',
  },
  fix: {
    summary: { en: 'Add an aws_flow_log for the VPC.', ja: 'VPC に aws_flow_log を追加してください。' },
    terraform: `resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs-123456789012"
}`,
    cloudformation: `Resources:
  Network:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  FlowLog:
    Type: AWS::EC2::FlowLog
    Properties:
      ResourceType: VPC
      ResourceId: !Ref Network
      TrafficType: ALL
      LogDestinationType: s3
      LogDestination: arn:aws:s3:::flow-logs`,
    cli: 'aws ec2 create-flow-logs --resource-type VPC --resource-ids VPC --traffic-type ALL --log-destination-type s3 --log-destination ARN',
    console: {
      en: 'VPC → Your VPCs → the VPC → Flow logs → Create flow log.',
      ja: 'VPC → お使いの VPC → 対象 → フローログ → フローログを作成。',
    },
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html'],
  equivalents: [
    'CKV2_AWS_11',
    'AVD-AWS-0178',
    'tfsec:aws-ec2-require-vpc-flow-logs-for-all-vpcs',
    'EC2.6',
    'prowler:vpc_flow_logs_enabled',
    'cloudsploit:flowLogsEnabled',
  ],
  evaluate(vpc) {
    if (any(vpc.flowLogs, () => true)) return pass();
    return fail({ en: `VPC ${vpc.name} has no flow log`, ja: `VPC ${vpc.name} にフローログがありません` });
  },
  examples: [
    fails(
      'no flow log',
      `resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
`,
    ),
    fails(
      'the flow log watches another VPC',
      `resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
resource "aws_vpc" "other" {
  cidr_block = "10.30.0.0/16"
}
resource "aws_flow_log" "other" {
  vpc_id          = aws_vpc.other.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flow-logs-123456789012"
}`,
    ),
    passes('flow log in a module', {
      'main.tf': `resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
module "logs" {\n  source = "./logs"\n  vpc    = aws_vpc.main.id\n}`,
      'logs/main.tf': `variable "vpc" {}\nresource "aws_flow_log" "this" {\n  vpc_id          = var.vpc\n  traffic_type    = "REJECT"\n  log_destination = "arn:aws:s3:::flow-logs-123456789012"\n}`,
    }),
    isUnknown(
      'a switch nobody set',
      `variable "flow_logs" {}
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
resource "aws_flow_log" "main" {
  count           = var.flow_logs
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flow-logs-123456789012"
}`,
    ),
    fails('no flow log in a template', {
      cloudformation: `Resources:
  Network:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16`,
    }),
    passes('a flow log of a template', {
      cloudformation: `Resources:
  Network:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  FlowLog:
    Type: AWS::EC2::FlowLog
    Properties:
      ResourceType: VPC
      ResourceId: !Ref Network
      TrafficType: ALL
      LogDestinationType: s3
      LogDestination: arn:aws:s3:::flow-logs`,
    }),
  ],
});
