/** An AWS Backup vault. Source: hashicorp/aws documentation of aws_backup_vault and aws_backup_plan, read 2026-11-22. */
export interface Vault {
  /** Some plan in the code has a rule. */
  readonly hasPlan: boolean;
  /** A customer managed key is named; otherwise the AWS managed key of the service encrypts. */
  readonly hasKmsKey: boolean;
  /** A vault lock sets a shortest retention that nobody can undercut. */
  readonly isLocked: boolean;
}
