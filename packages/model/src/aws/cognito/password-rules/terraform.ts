import { defineTerraform } from '../../../code/index.ts';
import type { PasswordRules } from './shape.ts';

export const terraform = defineTerraform<PasswordRules>({
  types: ['aws_cognito_user_pool'],
  satellites: { aws_wafv2_web_acl_association: 'resource_arn' },
  identity: ['name', 'arn'],
  lonelySatellites: 'ignored',
  read: (pool, context) => ({
    hasPolicy: pool.has('password_policy'),
    requiresLowercase: pool.block('password_policy').boolean('require_lowercase', { default: false }),
    requiresUppercase: pool.block('password_policy').boolean('require_uppercase', { default: false }),
    requiresNumbers: pool.block('password_policy').boolean('require_numbers', { default: false }),
    requiresSymbols: pool.block('password_policy').boolean('require_symbols', { default: false }),
    temporaryDays: pool.block('password_policy').number('temporary_password_validity_days', { default: 7 }),
    onlyAdminsCreate: pool.block('admin_create_user_config').boolean('allow_admin_create_user_only', { default: false }),
    hasWebAcl: context.satellite('aws_wafv2_web_acl_association').isSet('web_acl_arn'),
  }),
});
