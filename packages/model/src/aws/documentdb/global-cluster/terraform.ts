import { defineTerraform } from '../../../code/index.ts';
import { inheritedEncryption } from '../../core/inherited-encryption.ts';
import type { DocumentGlobalCluster } from './shape.ts';

export const terraform = defineTerraform<DocumentGlobalCluster>({
  types: ['aws_docdb_global_cluster'],
  identity: ['global_cluster_identifier'],
  read: (cluster) => ({
    isEncrypted: inheritedEncryption(cluster, 'storage_encrypted', ['source_db_cluster_identifier']),
  }),
});
