import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** One action stands for every read. */
const GET = ['apigateway:GET'];

/** Source: Amazon API Gateway REST API reference, read 2026-11-22. */
export const service = defineService({
  id: 'apigateway',
  load: async () => await import('@aws-sdk/client-api-gateway'),
  client: 'APIGatewayClient',
  scope: 'regional',
  calls: [
    {
      operation: 'GetRestApis',
      input: { limit: 500 },
      permissions: GET,
      each: {
        items: 'items',
        calls: [
          {
            operation: 'GetStages',
            input: named('id', 'restApiId'),
            permissions: GET,
            absent: ['NotFoundException'],
            redact: ['item[].variables.*'],
          },
          {
            operation: 'GetResources',
            input: named('id', 'restApiId', { embed: ['methods'], limit: 500 }),
            permissions: GET,
            absent: ['NotFoundException'],
            redact: [
              'items[].resourceMethods.*.methodIntegration.requestParameters.*',
              'items[].resourceMethods.*.methodIntegration.requestTemplates.*',
            ],
          },
        ],
      },
    },
    { operation: 'GetDomainNames', input: { limit: 500 }, permissions: GET },
  ],
});
