import type { IamBinding } from '../../iam/index.ts';

/** An Artifact Registry repository. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ArtifactRepository {
  readonly hasCustomerKey: boolean;
  readonly isDocker: boolean;
  /** Default false. */
  readonly hasImmutableTags: boolean;
  /** `INHERITED` or `DISABLED`. */
  readonly scanning: string | undefined;
  /** Roles granted on it. */
  readonly iam: readonly IamBinding[];
}
