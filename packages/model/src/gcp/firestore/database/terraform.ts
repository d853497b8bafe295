import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { FirestoreDatabase } from './shape.ts';

export const terraform = defineTerraform<FirestoreDatabase>({
  types: ['google_firestore_database'],
  identity: ['name'],
  read: (block) => ({
    hasPointInTimeRecovery: enabled(block, 'point_in_time_recovery_enablement', 'POINT_IN_TIME_RECOVERY_ENABLED'),
    deleteProtection: enabled(block, 'delete_protection_state', 'DELETE_PROTECTION_ENABLED'),
    hasCustomerKey: block.block('cmek_config').isSet('kms_key_name'),
  }),
});

function enabled(block: BlockReader, attribute: string, on: string): Leaf<boolean> {
  const leaf = block.string(attribute);
  if (leaf.value !== undefined) return explicit(leaf.value === on, leaf.place);
  return leaf.state === 'absent'
    ? byDefault(false, leaf.place)
    : unresolved(leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
}
