/** An app of Azure Spring Apps. Source: Azure Spring Apps documentation, read 2026-11-22. */
export interface SpringApp {
  /** Redirects HTTP. Default false. */
  readonly isHttpsOnly: boolean;
  /** TLS also between the ingress and the app. Default false. */
  readonly hasEndToEndTls: boolean;
}
