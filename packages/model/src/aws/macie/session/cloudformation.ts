import { defineCloudFormation } from '../../../code/index.ts';
import type { MacieSession } from './shape.ts';

export const cloudformation = defineCloudFormation<MacieSession>({
  types: ['AWS::Macie::Session'],
  read: (session) => ({
    status: session.string('Status', { default: 'ENABLED' }),
  }),
});
