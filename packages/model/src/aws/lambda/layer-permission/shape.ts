/** Who may use a version of a layer. Source: hashicorp/aws documentation of aws_lambda_layer_version_permission, AWS::Lambda::LayerVersionPermission, read 2026-11-22. */
export interface LayerPermission {
  /** An account, or `*`. Required. */
  readonly principal: string | undefined;
  /** Default false. */
  readonly isLimitedToOrganization: boolean;
}
