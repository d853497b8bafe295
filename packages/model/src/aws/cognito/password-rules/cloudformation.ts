import { defineCloudFormation } from '../../../code/index.ts';
import type { PasswordRules } from './shape.ts';

export const cloudformation = defineCloudFormation<PasswordRules>({
  types: ['AWS::Cognito::UserPool'],
  satellites: { 'AWS::WAFv2::WebACLAssociation': 'ResourceArn' },
  identity: ['UserPoolName'],
  lonelySatellites: 'ignored',
  read: (pool, context) => ({
    hasPolicy: pool.block('Policies').has('PasswordPolicy'),
    requiresLowercase: pool.block('Policies').block('PasswordPolicy').boolean('RequireLowercase', { default: false }),
    requiresUppercase: pool.block('Policies').block('PasswordPolicy').boolean('RequireUppercase', { default: false }),
    requiresNumbers: pool.block('Policies').block('PasswordPolicy').boolean('RequireNumbers', { default: false }),
    requiresSymbols: pool.block('Policies').block('PasswordPolicy').boolean('RequireSymbols', { default: false }),
    temporaryDays: pool.block('Policies').block('PasswordPolicy').number('TemporaryPasswordValidityDays', { default: 7 }),
    onlyAdminsCreate: pool.block('AdminCreateUserConfig').boolean('AllowAdminCreateUserOnly', { default: false }),
    hasWebAcl: context.satellite('AWS::WAFv2::WebACLAssociation').isSet('WebACLArn'),
  }),
});
