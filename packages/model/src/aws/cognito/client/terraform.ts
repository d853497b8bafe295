import { defineTerraform } from '../../../code/index.ts';
import type { UserPoolClient } from './shape.ts';

export const terraform = defineTerraform<UserPoolClient>({
  types: ['aws_cognito_user_pool_client'],
  identity: ['name'],
  read: (client) => ({
    userExistenceErrors: client.string('prevent_user_existence_errors', { default: 'LEGACY' }),
    revokesTokens: client.boolean('enable_token_revocation', { default: true }),
    flows: client.strings('explicit_auth_flows'),
  }),
});
