import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Cognito identity pools API reference, read 2026-11-22. */
export const service = defineService({
  id: 'cognito-identity',
  load: async () => await import('@aws-sdk/client-cognito-identity'),
  client: 'CognitoIdentityClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListIdentityPools',
      input: { MaxResults: 60 },
      each: {
        items: 'IdentityPools',
        calls: [
          { operation: 'DescribeIdentityPool', input: named('IdentityPoolId'), absent: ['ResourceNotFoundException'] },
          { operation: 'GetIdentityPoolRoles', input: named('IdentityPoolId'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
  ],
});
