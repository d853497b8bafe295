/** The TLS end of a load balancer. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface TlsProxy {
  /** Without one Google's default policy holds: TLS 1.0 and the profile COMPATIBLE. */
  readonly hasSslPolicy: boolean;
}
