/** An AWS WAF web ACL. Source: hashicorp/aws documentation of aws_wafv2_web_acl, AWS::WAFv2::WebACL, read 2026-11-22. */
export interface WebAcl {
  readonly rules: readonly WebAclRule[];
  /** Default false. */
  readonly isLogged: boolean;
}

export interface WebAclRule {
  /** Of a managed rule group: `AWSManagedRulesKnownBadInputsRuleSet` … */
  readonly managedGroup: string | undefined;
  /** The rules of the group only count. */
  readonly onlyCounts: boolean;
  /** Rules of the group that were switched to another action, or excluded. */
  readonly changedRules: readonly ChangedRule[];
  /** It recognizes something at all. */
  readonly hasStatement: boolean;
}

export interface ChangedRule {
  readonly rule: string | undefined;
  /** It blocks all the same. */
  readonly blocks: boolean;
}
