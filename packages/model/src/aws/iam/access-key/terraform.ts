import { defineTerraform, nameOf } from '../../../code/index.ts';
import type { IamAccessKey } from './shape.ts';

export const terraform = defineTerraform<IamAccessKey>({
  types: ['aws_iam_access_key'],
  read: (key) => ({ user: key.value('user') ? nameOf(key, 'user') : key.string('user', { required: true }) }),
});
