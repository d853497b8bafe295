/** Who came in through the VPN, when and from where, is the first question after an incident. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Client VPN logs connections', ja: 'Client VPN が接続ログを記録している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ec2.client-vpn',
  why: {
    en: 'Without connection logs nobody can say which user was connected when something happened inside the network.',
    ja: '接続ログがないと、ネットワーク内で問題が起きたときに誰が接続していたか分かりません。',
  },
  fix: {
    summary: {
      en: 'Set connection_log_options.enabled to true and name a log group.',
      ja: 'connection_log_options.enabled を true にし、ロググループを指定してください。',
    },
    terraform: `resource "aws_ec2_client_vpn_endpoint" "staff" {
  description = "staff"

  connection_log_options {
    enabled              = true
    cloudwatch_log_group = "/vpn/staff"
  }
}`,
    cloudformation: `Resources:
  Staff:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      Description: staff
      ConnectionLogOptions:
        Enabled: true
        CloudwatchLogGroup: /vpn/staff`,
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html'],
  equivalents: ['EC2.51', 'prowler:ec2_client_vpn_endpoint_connection_logging_enabled'],
  evaluate(endpoint) {
    if (endpoint.logsConnections) return pass();
    return fail({
      en: `Client VPN endpoint ${endpoint.name} does not log connections`,
      ja: `Client VPN エンドポイント ${endpoint.name} は接続を記録していません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_ec2_client_vpn_endpoint" "staff" {
  description = "staff"

  connection_log_options {
    enabled = false
  }
}`,
      {
        cloudformation: `Resources:
  Staff:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      Description: staff
      ConnectionLogOptions:
        Enabled: false`,
      },
    ),
    passes(
      'on',
      `resource "aws_ec2_client_vpn_endpoint" "staff" {
  description = "staff"

  connection_log_options {
    enabled              = true
    cloudwatch_log_group = "/vpn/staff"
  }
}`,
      {
        cloudformation: `Resources:
  Staff:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      Description: staff
      ConnectionLogOptions:
        Enabled: true
        CloudwatchLogGroup: /vpn/staff`,
      },
    ),
  ],
});
