import { defineLive, mapLeaf } from '../../../code/index.ts';
import type { AccessKeyUse } from './shape.ts';

export const live = defineLive<AccessKeyUse>({
  types: ['AWS::IAM::AccessKey'],
  read: (key) => ({
    user: key.string('UserName', { required: true }),
    isActive: mapLeaf(key.string('Status', { required: true }), (status) => status === 'Active'),
    ageDays: key.number('AgeDays', { required: true }),
    unusedDays: key.number('UnusedDays'),
    isMadeWithUser: key.boolean('IsMadeWithUser', { default: false }),
  }),
});
