import type { IamBinding } from '../../iam/index.ts';

/** A Pub/Sub subscription. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface Subscription {
  readonly pushEndpoint: string | undefined;
  /** Messages that are pushed carry an OIDC token. */
  readonly hasPushToken: boolean;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
