import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, outside, placeWithin, textLeaf, unresolved } from '../../../code/index.ts';
import type { DataStore } from './shape.ts';

export const terraform = defineTerraform<DataStore>({
  types: [
    'aws_s3_bucket',
    'aws_db_instance',
    'aws_rds_cluster',
    'aws_dynamodb_table',
    'aws_efs_file_system',
    'aws_redshift_cluster',
    'aws_opensearch_domain',
    'aws_elasticsearch_domain',
    'aws_elasticache_replication_group',
    'aws_ebs_volume',
    'aws_secretsmanager_secret',
    'aws_sqs_queue',
    'aws_kinesis_stream',
    'aws_fsx_lustre_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
    'aws_fsx_windows_file_system',
    'aws_docdb_cluster',
    'aws_neptune_cluster',
  ],
  identity: ['bucket', 'name', 'identifier', 'cluster_identifier', 'domain_name'],
  read: (block, context) => ({ region: regionOf(block), tags: context.tags(block) }),
});

function regionOf(block: BlockReader): Leaf<string> {
  const region = block.resource?.region;
  if (!region) return outside('it is not in this code', block.place);
  if (region.kind === 'unknown') return unresolved(region.reason, placeWithin(block.place, region));
  return textLeaf(region, block.place);
}
