import type { FieldsOf } from '../../../code/index.ts';
import { defineLive, hasItems } from '../../../code/index.ts';
import { documentsOf, holdersOf } from '../held-policies-live.ts';
import { cloudformation } from './cloudformation.ts';
import type { IamUser } from './shape.ts';

/** A live user lists its devices and groups itself. */
export const live = defineLive<IamUser>({
  ...cloudformation,
  read: (user, context): FieldsOf<IamUser> => ({
    ...cloudformation.read(user, { ...context, all: () => [] }),
    hasMfaDevice: hasItems(user, 'MFADevices'),
    isInGroup: hasItems(user, 'Groups'),
    policies: documentsOf(holdersOf(user, context), context, user.place),
  }),
});
