/** Who tries to come through the tunnel is seen in its log only. */
import { all, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'VPN tunnels log their activity', ja: 'VPN トンネルの動作が記録されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.vpc.vpn-connection',
  why: {
    en: 'Failed negotiations and drops of the tunnel leave no trace, whether fault or attack.',
    ja: 'トンネルのネゴシエーション失敗や切断が、障害であれ攻撃であれ記録に残りません。',
  },
  fix: {
    summary: { en: 'Turn on CloudWatch logs for both tunnels.', ja: '両方のトンネルで CloudWatch ログを有効にしてください。' },
    terraform: `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:vpn"
    }
  }
  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:vpn"
    }
  }
}`,
    cloudformation: `Resources:
  Office:
    Type: AWS::EC2::VPNConnection
    Properties:
      CustomerGatewayId: cgw-0abc
      Type: ipsec.1
      VpnTunnelOptionsSpecifications:
        - LogOptions:
            CloudwatchLogOptions:
              LogEnabled: true
              LogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:vpn
        - LogOptions:
            CloudwatchLogOptions:
              LogEnabled: true
              LogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:vpn`,
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html'],
  equivalents: ['EC2.171'],
  noFramework: 'no control mapping yet',
  evaluate(vpn) {
    if (all(vpn.tunnels, (tunnel) => tunnel.isLogged)) return pass();
    return fail({ en: `A tunnel of VPN ${vpn.name} is not logged`, ja: `VPN ${vpn.name} にログのないトンネルがあります` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::EC2::VPNConnection
    Properties:
      CustomerGatewayId: cgw-0abc
      Type: ipsec.1`,
      },
    ),
    fails(
      'one of two',
      `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:vpn"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::EC2::VPNConnection
    Properties:
      CustomerGatewayId: cgw-0abc
      Type: ipsec.1
      VpnTunnelOptionsSpecifications:
        - LogOptions:
            CloudwatchLogOptions:
              LogEnabled: true
              LogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:vpn`,
      },
    ),
    passes(
      'both',
      `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
  tunnel1_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:vpn"
    }
  }
  tunnel2_log_options {
    cloudwatch_log_options {
      log_enabled   = true
      log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:vpn"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::EC2::VPNConnection
    Properties:
      CustomerGatewayId: cgw-0abc
      Type: ipsec.1
      VpnTunnelOptionsSpecifications:
        - LogOptions:
            CloudwatchLogOptions:
              LogEnabled: true
              LogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:vpn
        - LogOptions:
            CloudwatchLogOptions:
              LogEnabled: true
              LogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:vpn`,
      },
    ),
  ],
});
