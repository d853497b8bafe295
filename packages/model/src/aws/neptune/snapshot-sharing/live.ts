import { defineLive } from '../../../code/index.ts';
import type { GraphSnapshotSharing } from './shape.ts';

export const live = defineLive<GraphSnapshotSharing>({
  types: ['aws_neptune_cluster_snapshot'],
  identity: ['db_cluster_snapshot_identifier'],
  read: (snapshot) => ({ sharedAccounts: snapshot.strings('shared_accounts') }),
});
