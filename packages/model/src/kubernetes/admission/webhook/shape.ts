/** A validating or mutating admission webhook configuration. Source: Kubernetes API reference v1.37; read 2026-11-22. */
export interface Webhook {
  /** False: it only refuses. */
  readonly isMutating: boolean;
  readonly webhooks: readonly Hook[];
}

export interface Hook {
  readonly label: string | undefined;
  /** `Fail` (default) or `Ignore`: what happens when it does not answer. */
  readonly failurePolicy: string;
  /** A server outside of the cluster; undefined when it is a service inside. */
  readonly url: string | undefined;
}
