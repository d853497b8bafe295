import { defineLive } from '../../../code/index.ts';
import type { WorkspaceUser } from './shape.ts';

export const live = defineLive<WorkspaceUser>({
  types: ['google_workspace_user'],
  identity: ['primary_email'],
  read: (user) => ({
    isSuspended: user.boolean('is_suspended', { default: false }),
    hasMfa: user.boolean('is_enrolled_in_2sv', { required: true }),
  }),
});
