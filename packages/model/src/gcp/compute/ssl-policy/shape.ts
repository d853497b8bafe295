/** Which TLS versions and ciphers a load balancer takes. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface SslPolicy {
  /** Default `TLS_1_0`. */
  readonly minimumVersion: string;
  /** `COMPATIBLE`, `MODERN`, `RESTRICTED`, `CUSTOM`. Default `COMPATIBLE`. */
  readonly profile: string;
  /** Of the profile `CUSTOM`. */
  readonly ciphers: readonly string[];
}
