import { defineLive } from '../../../code/index.ts';
import type { AutomatedDiscovery } from './shape.ts';

export const live = defineLive<AutomatedDiscovery>({
  types: ['AWS::Macie::Session'],
  read: (session) => ({
    session: session.string('Status', { required: true }),
    status: session.string('AutomatedDiscovery', { default: 'DISABLED' }),
  }),
});
