import { defineCloudFormation, nameOf } from '../../../code/index.ts';
import type { IamAccessKey } from './shape.ts';

export const cloudformation = defineCloudFormation<IamAccessKey>({
  types: ['AWS::IAM::AccessKey'],
  read: (key) => ({ user: key.value('UserName') ? nameOf(key, 'UserName') : key.string('UserName', { required: true }) }),
});
