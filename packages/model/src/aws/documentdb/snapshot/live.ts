import { defineLive } from '../../../code/index.ts';
import type { DocumentSnapshot } from './shape.ts';

export const live = defineLive<DocumentSnapshot>({
  types: ['aws.documentdb.snapshot'],
  read: (snapshot) => ({
    sharedAccounts: snapshot.strings('SharedAccounts'),
    isEncrypted: snapshot.boolean('StorageEncrypted', { required: true }),
  }),
});
