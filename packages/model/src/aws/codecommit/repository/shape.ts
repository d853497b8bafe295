/** A CodeCommit repository. Source: hashicorp/aws documentation of aws_codecommit_repository and aws_codecommit_approval_rule_template_association, read 2026-11-22. */
export interface CodeRepository {
  /** An approval rule template applies to its pull requests. Default false. */
  readonly hasApprovalRule: boolean;
}
