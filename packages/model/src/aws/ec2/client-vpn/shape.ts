/** A Client VPN endpoint. Sources: hashicorp/aws documentation of aws_ec2_client_vpn_endpoint; AWS::EC2::ClientVpnEndpoint; read 2026-11-22. */
export interface ClientVpn {
  /** Default false. */
  readonly logsConnections: boolean;
}
