import { defineCloudFormation } from '../../../code/index.ts';
import type { UserPool } from './shape.ts';

export const cloudformation = defineCloudFormation<UserPool>({
  types: ['AWS::Cognito::UserPool'],
  identity: ['UserPoolName'],
  read: (pool) => ({
    mfa: pool.string('MfaConfiguration', { default: 'OFF' }),
    threatProtection: pool.block('UserPoolAddOns').string('AdvancedSecurityMode', { default: 'OFF' }),
    minimumPasswordLength: pool.block('Policies').block('PasswordPolicy').number('MinimumLength', { default: 8 }),
    deletionProtection: pool.string('DeletionProtection', { default: 'INACTIVE' }),
  }),
});
