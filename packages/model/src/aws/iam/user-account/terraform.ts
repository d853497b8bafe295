import { defineTerraform } from '../../../code/index.ts';
import type { UserAccount } from './shape.ts';

export const terraform = defineTerraform<UserAccount>({
  types: ['aws_iam_user'],
  identity: ['name'],
  read: (user) => ({ userName: user.text('name', { required: true }) }),
});
