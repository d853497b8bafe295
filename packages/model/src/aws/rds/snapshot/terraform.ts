import { defineTerraform } from '../../../code/index.ts';
import type { DatabaseSnapshot } from './shape.ts';

export const terraform = defineTerraform<DatabaseSnapshot>({
  types: ['aws_db_snapshot', 'aws_db_cluster_snapshot', 'aws_db_snapshot_copy', 'aws_rds_cluster_snapshot_copy'],
  identity: ['db_snapshot_identifier', 'db_cluster_snapshot_identifier', 'target_db_snapshot_identifier'],
  read: (snapshot) => ({ sharedAccounts: snapshot.strings('shared_accounts') }),
});
