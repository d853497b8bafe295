/** Who belongs to a group. Source: hashicorp/aws documentation of aws_iam_group_membership, read 2026-11-22. */
export interface GroupMembership {
  /** It names some user. */
  readonly hasUsers: boolean;
}
