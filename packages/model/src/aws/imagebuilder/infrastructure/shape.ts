/** The instances that images are built on. Source: hashicorp/aws documentation of aws_imagebuilder_infrastructure_configuration, AWS::ImageBuilder::InfrastructureConfiguration, read 2026-11-22. */
export interface BuildInfrastructure {
  /** `required` or `optional` (default). */
  readonly httpTokens: string;
}
