import { defineCloudFormation } from '../../../code/index.ts';
import type { UserPoolClient } from './shape.ts';

export const cloudformation = defineCloudFormation<UserPoolClient>({
  types: ['AWS::Cognito::UserPoolClient'],
  identity: ['ClientName'],
  read: (client) => ({
    userExistenceErrors: client.string('PreventUserExistenceErrors', { default: 'LEGACY' }),
    revokesTokens: client.boolean('EnableTokenRevocation', { default: true }),
    flows: client.strings('ExplicitAuthFlows'),
  }),
});
