import { defineTerraform } from '../../../code/index.ts';
import type { DatabaseName } from './shape.ts';

export const terraform = defineTerraform<DatabaseName>({
  types: ['aws_db_instance', 'aws_rds_cluster'],
  identity: ['identifier', 'cluster_identifier'],
  read: (block, context) => ({
    ownName: block.string(block.resource?.type === 'aws_rds_cluster' ? 'cluster_identifier' : 'identifier'),
    tags: context.tags(block),
  }),
});
