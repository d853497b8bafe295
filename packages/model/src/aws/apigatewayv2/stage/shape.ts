/** A stage of an HTTP or WebSocket API. Source: hashicorp/aws documentation of aws_apigatewayv2_stage, AWS::ApiGatewayV2::Stage, read 2026-11-22. */
export interface HttpApiStage {
  /** Default false. */
  readonly logsAccess: boolean;
}
