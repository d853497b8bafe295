import type { FieldsOf } from '../../../code/index.ts';
import { defineLive } from '../../../code/index.ts';
import { mapLeaf } from '../../core/index.ts';
import { arm } from './arm.ts';
import type { StorageContainer } from './shape.ts';

/** The API says whether a policy is locked, which no template does. */
export const live = defineLive<StorageContainer>({
  ...arm,
  read(container, context): FieldsOf<StorageContainer> {
    const policy = context.satellite('Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies');
    const has = container.block('properties').boolean('hasImmutabilityPolicy', { default: false });
    const state = policy.block('properties').string('state', { default: 'Unlocked' });
    return {
      ...arm.read(container, context),
      immutability: has.value === true ? mapLeaf(state, (word) => word.toLowerCase()) : mapLeaf(has, () => 'none'),
    };
  },
});
