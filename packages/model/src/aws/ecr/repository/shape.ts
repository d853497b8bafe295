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
  readonly policy: PolicyDocument | undefined;
  readonly tags: AttrMap<string>;
}
