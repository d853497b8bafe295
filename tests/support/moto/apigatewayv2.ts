import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateRouteCommand,
  CreateStageCommand as CreateHttpStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

const LOG_GROUP = `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/shop/edge`;

export async function build(connection: Connection): Promise<void> {
  const client = new ApiGatewayV2Client(connection);
  for (const [name, isGood] of [
    ['orders', true],
    ['leaflets', false],
  ] as const) {
    const { ApiId } = await client.send(
      new CreateApiCommand({
        Name: `${name}-http-api`,
        ProtocolType: 'HTTP',
        CorsConfiguration: isGood
          ? { AllowOrigins: ['https://shop.example.com'] }
          : { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'] },
      }),
    );
    await client.send(new CreateRouteCommand({ ApiId, RouteKey: `GET /${name}`, AuthorizationType: isGood ? 'AWS_IAM' : 'NONE' }));
    await client.send(
      new CreateHttpStageCommand({
        ApiId,
        StageName: `${name}-http`,
        ...(isGood && { AccessLogSettings: { DestinationArn: LOG_GROUP, Format: '$context.requestId' } }),
      }),
    );
  }
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-http', 'leaflets-http', ['aws-apigatewayv2-access-logging']),
  ...pairs('GET /orders', 'GET /leaflets', ['aws-apigatewayv2-authorizer']),
  ...pairs('orders-http-api', 'leaflets-http-api', ['aws-apigatewayv2-cors-restricted']),
];
