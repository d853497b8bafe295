import type { IamBinding } from '../../iam/index.ts';

/** The bucket of Container Registry, which Artifact Registry replaced. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ContainerRegistry {
  /** Roles granted on its bucket. */
  readonly iam: readonly IamBinding[];
}
