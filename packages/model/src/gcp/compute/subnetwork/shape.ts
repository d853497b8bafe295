/** A subnet. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Subnetwork {
  /** Default `PRIVATE`; others are for proxies and published services and hold no machines. */
  readonly purpose: string;
  /** A `log_config` is written. */
  readonly hasFlowLogs: boolean;
  /** Share of the flows that is kept. Default 0.5. */
  readonly sampling: number;
  /** Default false. */
  readonly hasPrivateGoogleAccess: boolean;
  /** Default `IPV4_ONLY`. */
  readonly stackType: string;
  /** Default `DISABLE_GOOGLE_ACCESS`. */
  readonly ipv6GoogleAccess: string;
}
