/** One statement of a function's resource policy. Source: hashicorp/aws provider documentation, aws_lambda_permission, read 2026-11-22. */
export interface LambdaPermission {
  /** Account id, ARN, service such as `s3.amazonaws.com`, or `*`. Unknown parts are holes. */
  readonly principal: string;
  readonly action: string;
  /** The statement holds only for one organization. */
  readonly isLimitedToOrganization: boolean;
  readonly sourceArn: string | undefined;
  readonly sourceAccount: string | undefined;
}
