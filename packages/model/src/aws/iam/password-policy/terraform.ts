import { defineTerraform } from '../../../code/index.ts';
import type { PasswordPolicy } from './shape.ts';

export const terraform = defineTerraform<PasswordPolicy>({
  types: ['aws_iam_account_password_policy'],
  read: (block) => ({ minimumLength: block.number('minimum_password_length', { default: 6 }) }),
});
