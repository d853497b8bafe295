/** IKEv1 knows aggressive mode and weak proposals. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'VPN tunnels use IKEv2 only', ja: 'VPN トンネルが IKEv2 だけを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.vpn-connection',
  why: {
    en: 'A peer that only offers the old exchange is accepted, with its weaker protection of identities and against floods.',
    ja: '古い鍵交換しか使わない相手も受け入れられ、ID の保護や DoS への耐性が弱くなります。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'tunnel1_ike_versions', value: ['ikev2'] },
        { set: 'tunnel2_ike_versions', value: ['ikev2'] },
      ],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set the IKE versions of both tunnels to ikev2.', ja: '両トンネルの IKE バージョンを ikev2 だけにしてください。' },
    terraform: `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
  tunnel1_ike_versions = ["ikev2"]
  tunnel2_ike_versions = ["ikev2"]
}`,
    cloudformation: `Resources:
  Office:
    Type: AWS::EC2::VPNConnection
    Properties:
      CustomerGatewayId: cgw-0abc
      Type: ipsec.1
      VpnTunnelOptionsSpecifications:
        - IKEVersions:
            - Value: ikev2
        - IKEVersions:
            - Value: ikev2`,
  },
  references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(vpn) {
    if (none(vpn.tunnels, (tunnel) => tunnel.acceptsIkev1)) return pass();
    return fail({ en: `A tunnel of VPN ${vpn.name} accepts IKEv1`, ja: `VPN ${vpn.name} に IKEv1 を受け入れるトンネルがあります` });
  },
  examples: [
    fails(
      'by default',
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
      'both versions',
      `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
  tunnel1_ike_versions = ["ikev1", "ikev2"]
  tunnel2_ike_versions = ["ikev1", "ikev2"]
}`,
    ),
    passes(
      'new only',
      `resource "aws_vpn_connection" "office" {
  customer_gateway_id = "cgw-0abc"
  type                = "ipsec.1"
  tunnel1_ike_versions = ["ikev2"]
  tunnel2_ike_versions = ["ikev2"]
}`,
      {
        cloudformation: `Resources:
  Office:
    Type: AWS::EC2::VPNConnection
    Properties:
      CustomerGatewayId: cgw-0abc
      Type: ipsec.1
      VpnTunnelOptionsSpecifications:
        - IKEVersions:
            - Value: ikev2
        - IKEVersions:
            - Value: ikev2`,
      },
    ),
  ],
});
