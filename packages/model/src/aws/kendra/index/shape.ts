/** A Kendra index. Source: hashicorp/aws documentation of aws_kendra_index, AWS::Kendra::Index, read 2026-11-22. */
export interface KendraIndex {
  /** Default false: a key that AWS owns. */
  readonly hasCustomerKey: boolean;
}
