import { defineLive } from '../../../code/index.ts';
import type { HeldKey } from './shape.ts';

export const live = defineLive<HeldKey>({
  types: ['google_service_account_key'],
  read: (key) => ({
    isDisabled: key.boolean('disabled', { default: false }),
    ageDays: key.number('age_days', { required: true }),
    unusedDays: key.number('unused_days'),
  }),
});
