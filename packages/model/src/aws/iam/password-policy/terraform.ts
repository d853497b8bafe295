import { defineTerraform } from '../../../code/index.ts';
import type { PasswordPolicy } from './shape.ts';

/** Source: hashicorp/aws documentation of aws_iam_account_password_policy; defaults of the IAM API, read 2026-11-22. */
export const terraform = defineTerraform<PasswordPolicy>({
  types: ['aws_iam_account_password_policy'],
  read: (block) => ({
    minimumLength: block.number('minimum_password_length', { default: 6 }),
    refusedEarlierPasswords: block.number('password_reuse_prevention', { default: 0 }),
    requiresUppercase: block.boolean('require_uppercase_characters', { default: false }),
    requiresLowercase: block.boolean('require_lowercase_characters', { default: false }),
    requiresSymbol: block.boolean('require_symbols', { default: false }),
    requiresNumber: block.boolean('require_numbers', { default: false }),
    maximumAgeDays: block.number('max_password_age', { default: 0 }),
  }),
});
