/** What the management account does centrally for its members. Source: hashicorp/aws documentation of aws_iam_organizations_features, read 2026-11-22. */
export interface OrganizationsFeatures {
  /** `RootCredentialsManagement`, `RootSessions`. */
  readonly enabledFeatures: readonly string[];
}
