import { defineCloudFormation } from '../../../code/index.ts';
import type { IdentityPool } from './shape.ts';

export const cloudformation = defineCloudFormation<IdentityPool>({
  types: ['AWS::Cognito::IdentityPool'],
  identity: ['IdentityPoolName'],
  read: (pool) => ({
    admitsGuests: pool.boolean('AllowUnauthenticatedIdentities', { default: false }),
  }),
});
