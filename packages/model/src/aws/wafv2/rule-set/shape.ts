/** The rules of a web ACL or rule group of any generation of WAF. Source: hashicorp/aws documentation of aws_waf_web_acl, aws_waf_rule_group, aws_wafv2_rule_group and their regional forms, read 2026-11-22. */
export interface WafRuleSet {
  readonly rules: readonly WafRule[];
}

export interface WafRule {
  readonly label: string | undefined;
  /** It says what happens to a request that matches: an action, the override of a group, or that of the group it activates. */
  readonly hasAction: boolean;
}
