/** An endpoint of Azure CDN. Source: Azure CDN documentation and template reference of Microsoft.Cdn/profiles/endpoints, read 2026-11-22. */
export interface Endpoint {
  /** Default true. */
  readonly allowsHttp: boolean;
  /** Default true. */
  readonly allowsHttps: boolean;
}
