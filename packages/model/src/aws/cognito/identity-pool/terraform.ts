import { defineTerraform } from '../../../code/index.ts';
import type { IdentityPool } from './shape.ts';

export const terraform = defineTerraform<IdentityPool>({
  types: ['aws_cognito_identity_pool'],
  identity: ['identity_pool_name'],
  read: (pool) => ({
    admitsGuests: pool.boolean('allow_unauthenticated_identities', { default: false }),
  }),
});
