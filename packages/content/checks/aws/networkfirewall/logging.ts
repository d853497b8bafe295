/** A firewall that logs nothing hides what it stopped and what it let through. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Network Firewall logs', ja: 'Network Firewall がログを記録している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.networkfirewall.firewall',
  why: {
    en: 'Without logs neither blocked attacks nor the traffic that was let through can be examined.',
    ja: 'ログがないと、遮断した攻撃も通過した通信も調べられません。',
  },
  fix: {
    summary: {
      en: 'Log ALERT and FLOW events of the firewall (aws_networkfirewall_logging_configuration).',
      ja: 'ファイアウォールの ALERT と FLOW のログを記録してください (aws_networkfirewall_logging_configuration)。',
    },
    terraform: `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
}

resource "aws_networkfirewall_logging_configuration" "egress" {
  firewall_arn = aws_networkfirewall_firewall.egress.arn

  logging_configuration {
    log_destination_config {
      log_type             = "ALERT"
      log_destination_type = "CloudWatchLogs"
      log_destination      = { logGroup = "/firewall/alerts" }
    }
  }
}`,
    cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
  Logging:
    Type: AWS::NetworkFirewall::LoggingConfiguration
    Properties:
      FirewallArn: !Ref Egress
      LoggingConfiguration:
        LogDestinationConfigs:
          - LogType: ALERT
            LogDestinationType: CloudWatchLogs
            LogDestination: { logGroup: /firewall/alerts }`,
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html'],
  equivalents: ['CKV2_AWS_63', 'NetworkFirewall.2', 'prowler:networkfirewall_logging_enabled'],
  evaluate(firewall) {
    if (firewall.logs) return pass();
    return fail({ en: `Firewall ${firewall.name} delivers no logs`, ja: `ファイアウォール ${firewall.name} はログを出力していません` });
  },
  examples: [
    fails(
      'no logging configuration',
      `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress`,
      },
    ),
    passes(
      'alerts go to CloudWatch',
      `resource "aws_networkfirewall_firewall" "egress" {
  name                = "egress"
  vpc_id              = "vpc-0123456789abcdef0"
  firewall_policy_arn = "arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress"
}

resource "aws_networkfirewall_logging_configuration" "egress" {
  firewall_arn = aws_networkfirewall_firewall.egress.arn

  logging_configuration {
    log_destination_config {
      log_type             = "ALERT"
      log_destination_type = "CloudWatchLogs"
      log_destination      = { logGroup = "/firewall/alerts" }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Egress:
    Type: AWS::NetworkFirewall::Firewall
    Properties:
      FirewallName: egress
      VpcId: vpc-0123456789abcdef0
      FirewallPolicyArn: arn:aws:network-firewall:ap-northeast-1:123456789012:firewall-policy/egress
  Logging:
    Type: AWS::NetworkFirewall::LoggingConfiguration
    Properties:
      FirewallArn: !Ref Egress
      LoggingConfiguration:
        LogDestinationConfigs:
          - LogType: ALERT
            LogDestinationType: CloudWatchLogs
            LogDestination: { logGroup: /firewall/alerts }`,
      },
    ),
  ],
});
