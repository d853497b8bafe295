/** A block that gives managed policies to principals. Source: IAM User Guide, "Adding and removing IAM identity permissions", read 2026-11-22. */
export interface PolicyAttachment {
  /**
   * Kinds of principals that get the policies: `role`, `user`, `group`, `permission-set`; `lookup` for an AWS managed policy that the code
   * looks up without using it.
   */
  readonly holders: readonly string[];
  /** ARNs of the policies; the bare name when a policy was looked up by name. Unknown parts are holes. */
  readonly policies: readonly string[];
}
