import { defineLive } from '../../../code/index.ts';
import { spelled } from '../../core/index.ts';
import type { SystemUpdates } from './shape.ts';

export const live = defineLive<SystemUpdates>({
  types: ['Microsoft.Security/assessments'],
  identity: ['machine'],
  read: (assessment) => ({
    state: spelled(
      assessment.block('properties').block('status').string('code', { required: true }),
      'Healthy',
      'Unhealthy',
      'NotApplicable',
    ),
  }),
});
