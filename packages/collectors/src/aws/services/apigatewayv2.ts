import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** One action stands for every read, the same as of REST APIs. */
const GET = ['apigateway:GET'];
const NEXT = { NextToken: 'NextToken' };

/** Source: Amazon API Gateway Version 2 API reference, read 2026-11-22. */
export const service = defineService({
  id: 'apigatewayv2',
  load: async () => await import('@aws-sdk/client-apigatewayv2'),
  client: 'ApiGatewayV2Client',
  scope: 'regional',
  calls: [
    {
      operation: 'GetApis',
      input: { MaxResults: '100' },
      next: NEXT,
      permissions: GET,
      each: {
        items: 'Items',
        calls: [
          {
            operation: 'GetRoutes',
            input: named('ApiId', 'ApiId', { MaxResults: '500' }),
            next: NEXT,
            permissions: GET,
            absent: ['NotFoundException'],
          },
          {
            operation: 'GetStages',
            input: named('ApiId', 'ApiId', { MaxResults: '100' }),
            next: NEXT,
            permissions: GET,
            absent: ['NotFoundException'],
            redact: ['Items[].StageVariables.*'],
          },
        ],
      },
    },
  ],
});
