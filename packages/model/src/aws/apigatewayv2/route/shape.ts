import type { Ref } from '../../../node.ts';
import type { HttpApi } from '../api/shape.ts';

/** A route of an HTTP or WebSocket API. Source: hashicorp/aws documentation of aws_apigatewayv2_route, AWS::ApiGatewayV2::Route, read 2026-11-22. */
export interface ApiRoute {
  readonly api: Ref<HttpApi>;
  /** `GET /orders`, `$default`, `$connect`. Required. */
  readonly routeKey: string | undefined;
  /** `NONE` (default), `JWT`, `AWS_IAM`, `CUSTOM`. */
  readonly authorization: string;
}
