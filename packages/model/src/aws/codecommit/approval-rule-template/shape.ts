/** How many approvals pull requests need. Source: hashicorp/aws documentation of aws_codecommit_approval_rule_template, read 2026-11-22. */
export interface ApprovalRuleTemplate {
  readonly rules: readonly ApprovalRule[];
}

export interface ApprovalRule {
  readonly approvals: number | undefined;
}
