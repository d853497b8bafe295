import type { IamBinding } from '../bindings.ts';

/** Roles granted by one block on a resource that has no type of its own here, or whose type says nothing of grants. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface ResourceGrant {
  /** `compute snapshot`, `iap web` …: what the roles are on. */
  readonly resourceKind: string;
  readonly bindings: readonly IamBinding[];
}
