/** A method of a REST API. Source: hashicorp/aws documentation of aws_api_gateway_method, AWS::ApiGateway::Method, read 2026-11-22. */
export interface ApiMethod {
  /** `GET`, `ANY`, `OPTIONS` … */
  readonly httpMethod: string | undefined;
  /** `NONE`, `CUSTOM`, `AWS_IAM`, `COGNITO_USER_POOLS`. */
  readonly authorization: string | undefined;
  /** Default false. */
  readonly apiKeyRequired: boolean;
  /** Parameters or body are checked before the request goes on. Default false. */
  readonly hasValidator: boolean;
}
