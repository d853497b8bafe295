/** The front of a load balancer. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ForwardingRule {
  /** `EXTERNAL`, `EXTERNAL_MANAGED`, `INTERNAL`, `INTERNAL_MANAGED`. Default `EXTERNAL`. */
  readonly scheme: string;
  /** The target speaks plain HTTP. */
  readonly isToHttpProxy: boolean;
  /** The URL map behind the proxy only redirects. */
  readonly redirectsToHttps: boolean;
}
