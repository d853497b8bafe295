/** A site-to-site VPN. Source: hashicorp/aws documentation of aws_vpn_connection, Site-to-Site VPN User Guide, read 2026-11-22. */
export interface VpnConnection {
  /** One for each of the two tunnels. */
  readonly tunnels: readonly VpnTunnel[];
}

export interface VpnTunnel {
  /** Its activity goes to CloudWatch Logs. Default false. */
  readonly isLogged: boolean;
  /** The old key exchange is accepted. Default true: both versions. */
  readonly acceptsIkev1: boolean;
}
