import { defineLive } from '../../../code/index.ts';
import type { SecretUse } from './shape.ts';

export const live = defineLive<SecretUse>({
  types: ['AWS::SecretsManager::Secret'],
  identity: ['Name'],
  read: (secret) => ({
    ageDays: secret.number('AgeDays', { required: true }),
    changedDays: secret.number(secret.value('RotatedDays') ? 'RotatedDays' : 'ChangedDays'),
    unusedDays: secret.number('UnusedDays'),
    owningService: secret.string('OwningService'),
  }),
});
