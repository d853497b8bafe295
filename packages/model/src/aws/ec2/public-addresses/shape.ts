/**
 * Public addresses of an instance, or an Elastic IP that no instance has. Only a live account says them. Source: Amazon EC2 API reference,
 * Instance and Address, read 2026-11-22.
 */
export interface PublicAddresses {
  /** IPv4 and IPv6. Empty: it has none. */
  readonly addresses: readonly string[];
}
