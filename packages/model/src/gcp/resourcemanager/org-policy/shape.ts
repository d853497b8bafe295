/** An organization policy on a constraint. Source: Resource Manager documentation, "Organization policy constraints". Source: hashicorp/google provider documentation, read 2026-11-22. */
export interface OrgPolicy {
  /** Without `constraints/`: `iam.disableServiceAccountKeyCreation` … */
  readonly constraint: string;
  /** Of a boolean constraint; undefined for lists. */
  readonly isEnforced: boolean | undefined;
  /** A list constraint that admits every value. */
  readonly allowsAll: boolean;
}
