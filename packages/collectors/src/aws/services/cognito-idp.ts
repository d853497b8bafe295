import { named, namedBy } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Cognito user pools API reference, read 2026-11-22. */
export const service = defineService({
  id: 'cognito-idp',
  load: async () => await import('@aws-sdk/client-cognito-identity-provider'),
  client: 'CognitoIdentityProviderClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListUserPools',
      input: { MaxResults: 60 },
      each: {
        items: 'UserPools',
        calls: [
          { operation: 'DescribeUserPool', input: named('Id', 'UserPoolId'), absent: ['ResourceNotFoundException'] },
          {
            operation: 'ListUserPoolClients',
            input: named('Id', 'UserPoolId', { MaxResults: 60 }),
            absent: ['ResourceNotFoundException'],
            each: {
              items: 'UserPoolClients',
              calls: [
                {
                  operation: 'DescribeUserPoolClient',
                  input: namedBy('UserPoolId', 'ClientId'),
                  absent: ['ResourceNotFoundException'],
                  redact: ['UserPoolClient.ClientSecret'],
                },
              ],
            },
          },
        ],
      },
    },
  ],
});
