/** How CodeDeploy brings out a release. Source: hashicorp/aws documentation of aws_codedeploy_deployment_group, AWS::CodeDeploy::DeploymentGroup, read 2026-11-22. */
export interface DeploymentGroup {
  /** Default false. */
  readonly rollsBack: boolean;
}
