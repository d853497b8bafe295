import { defineLive } from '../../../code/index.ts';
import type { KeyState } from './shape.ts';

export const live = defineLive<KeyState>({
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  read: (key) => ({
    state: key.string('KeyState', { default: 'Enabled' }),
    daysUntilDeletion: key.number('DaysUntilDeletion'),
  }),
});
