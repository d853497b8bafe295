import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS AppSync API reference, read 2026-11-22. */
export const service = defineService({
  id: 'appsync',
  load: async () => await import('@aws-sdk/client-appsync'),
  client: 'AppSyncClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListGraphqlApis',
      each: { items: 'graphqlApis', calls: [{ operation: 'GetApiCache', input: named('apiId'), absent: ['NotFoundException'] }] },
    },
  ],
});
