/** A REST API. Source: hashicorp/aws documentation of aws_api_gateway_rest_api, AWS::ApiGateway::RestApi, read 2026-11-22. */
export interface RestApi {
  /** Reached through VPC endpoints only. Default false. */
  readonly isPrivate: boolean;
  /** What must be replaced is made anew first. Default false. */
  readonly createsBeforeDestroying: boolean;
}
