/** An HTTP or WebSocket API. Source: hashicorp/aws documentation of aws_apigatewayv2_api, AWS::ApiGatewayV2::Api, read 2026-11-22. */
export interface HttpApi {
  /** `HTTP` or `WEBSOCKET`. Required by Terraform. */
  readonly protocol: string;
  /** Sites whose pages may call it. Default none. */
  readonly allowedOrigins: readonly string[];
}
