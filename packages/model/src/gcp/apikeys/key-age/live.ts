import { defineLive } from '../../../code/index.ts';
import type { ApiKeyAge } from './shape.ts';

export const live = defineLive<ApiKeyAge>({
  types: ['google_apikeys_key'],
  identity: ['name'],
  read: (key) => ({ ageDays: key.number('age_days', { required: true }) }),
});
