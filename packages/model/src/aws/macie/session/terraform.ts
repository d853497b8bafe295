import { defineTerraform } from '../../../code/index.ts';
import type { MacieSession } from './shape.ts';

export const terraform = defineTerraform<MacieSession>({
  types: ['aws_macie2_account'],
  read: (session) => ({
    status: session.string('status', { default: 'ENABLED' }),
  }),
});
