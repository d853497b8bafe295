/** A web ACL of WAF Classic, global or regional. Source: hashicorp/aws documentation of aws_waf_web_acl and aws_wafregional_web_acl, read 2026-11-22. */
export interface ClassicWebAcl {
  /** Default false. */
  readonly isLogged: boolean;
  readonly rules: readonly ClassicRule[];
}

export interface ClassicRule {
  /** It names a rule or rule group. */
  readonly hasRule: boolean;
}
