/** A permission set of IAM Identity Center. Source: hashicorp/aws documentation of aws_ssoadmin_permission_set, read 2026-11-22. */
export interface PermissionSet {
  /** ISO-8601 duration. Default `PT1H`. */
  readonly sessionDuration: string;
}
