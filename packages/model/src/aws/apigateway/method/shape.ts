/** A method of a REST API. Source: hashicorp/aws documentation of aws_api_gateway_method, read 2026-11-22. */
export interface ApiMethod {
  /** `GET`, `ANY`, `OPTIONS` … */
  readonly httpMethod: string | undefined;
  /** `NONE`, `CUSTOM`, `AWS_IAM`, `COGNITO_USER_POOLS`. */
  readonly authorization: string | undefined;
  /** Default false. */
  readonly apiKeyRequired: boolean;
}
