import { defineLive } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { GraphSnapshot } from './shape.ts';
import { terraform } from './terraform.ts';

/** The answer tells the key of a snapshot itself: without one it is not encrypted. */
export const live = defineLive<GraphSnapshot>({
  ...terraform,
  read: (snapshot) => ({
    isEncrypted: snapshot.boolean('storage_encrypted', { required: true }),
    hasCustomerKey: customerKey(snapshot, 'kms_key_id'),
  }),
});
