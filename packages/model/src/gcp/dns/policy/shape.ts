/** A DNS server policy of networks. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface DnsPolicy {
  /** Default false. */
  readonly isLogged: boolean;
}
