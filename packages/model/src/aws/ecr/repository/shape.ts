import type { AttrMap } from '../../../node.ts';
import type { PolicyDocument } from '../../../policy/index.ts';

/** A private container repository. Source: Amazon ECR User Guide, read 2026-11-22. */
export interface EcrRepository {
  readonly repositoryName: string | undefined;
  /** Basic scanning of this repository. Default false. */
  readonly scanOnPush: boolean;
  /**
   * Repository filters of the registry's scanning rules that scan on push or continuously. `*` stands for any characters; a filter
   * without it matches every name that contains it.
   */
  readonly registryScanFilters: readonly string[];
  /** `MUTABLE` (default), `IMMUTABLE`, or one of both `_WITH_EXCLUSION`. */
  readonly tagMutability: string;
  /** `AES256` (default), `KMS`, `KMS_DSSE`. */
  readonly encryption: string;
  /** A lifecycle policy removes images. Default false. */
  readonly hasLifecyclePolicy: boolean;
  readonly policy: PolicyDocument | undefined;
  readonly tags: AttrMap<string>;
}
