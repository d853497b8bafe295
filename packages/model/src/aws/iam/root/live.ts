import { defineLive } from '../../../code/index.ts';
import type { IamRoot } from './shape.ts';

export const live = defineLive<IamRoot>({
  types: ['aws.iam.root'],
  read: (root) => ({
    hasAccessKeys: root.boolean('HasAccessKeys', { required: true }),
    hasPassword: root.boolean('HasPassword', { required: true }),
    hasMfa: root.boolean('HasMfa', { required: true }),
    hasVirtualMfa: root.boolean('HasVirtualMfa', { required: true }),
    unusedDays: root.number('UnusedDays'),
  }),
});
