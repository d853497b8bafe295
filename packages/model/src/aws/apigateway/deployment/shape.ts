/** A deployment of a REST API. Source: hashicorp/aws documentation of aws_api_gateway_deployment, read 2026-11-22. */
export interface RestApiDeployment {
  /** Default false. */
  readonly createsBeforeDestroying: boolean;
}
