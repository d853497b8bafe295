import { defineLive } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import type { DirectoryUser } from './shape.ts';

export const live = defineLive<DirectoryUser>({
  types: ['Microsoft.Graph/users'],
  identity: ['userPrincipalName'],
  read: (user) => ({
    isEnabled: user.boolean('accountEnabled', { default: true }),
    isGuest: mapLeaf(user.string('userType', { default: 'Member' }), (word) => word.toLowerCase() === 'guest'),
    ageDays: user.number('ageDays'),
    unusedDays: user.number('unusedDays'),
    hasMfa: user.block('registration').boolean('isMfaRegistered', { default: false }),
    entersMachines: user.boolean('entersMachines', { default: false }),
  }),
});
