import type { IamBinding } from '../../iam/index.ts';

/** A policy as a data source: the bindings that a `_iam_policy` resource sets. Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface IamPolicyDocument {
  readonly bindings: readonly IamBinding[];
}
