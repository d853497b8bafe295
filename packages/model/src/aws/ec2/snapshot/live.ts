import { byDefault, defineLive } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { Snapshot } from './shape.ts';

/** The snapshot says itself whether it is encrypted. */
export const live = defineLive<Snapshot>({
  types: ['aws_ebs_snapshot'],
  identity: ['id'],
  read: (snapshot) => ({
    isEncrypted: snapshot.boolean('encrypted', { default: false }),
    isCopy: byDefault(false, snapshot.place),
    hasCustomerKey: customerKey(snapshot, 'kms_key_id'),
  }),
});
