/** Amazon Inspector, switched on for accounts. Source: hashicorp/aws documentation of aws_inspector2_enabler, read 2026-11-22. */
export interface InspectorEnabler {
  /** `EC2`, `ECR`, `LAMBDA`, `LAMBDA_CODE`, `CODE_REPOSITORY`. */
  readonly resourceTypes: readonly string[];
}
