import { defineTerraform } from '../../../code/index.ts';
import type { UserPool } from './shape.ts';

export const terraform = defineTerraform<UserPool>({
  types: ['aws_cognito_user_pool'],
  identity: ['name'],
  read: (pool) => ({
    mfa: pool.string('mfa_configuration', { default: 'OFF' }),
    threatProtection: pool.block('user_pool_add_ons').string('advanced_security_mode', { default: 'OFF' }),
    minimumPasswordLength: pool.block('password_policy').number('minimum_length', { default: 8 }),
    deletionProtection: pool.string('deletion_protection', { default: 'INACTIVE' }),
  }),
});
