import { defineCloudFormation } from '../../../code/index.ts';
import type { DatabaseName } from './shape.ts';

export const cloudformation = defineCloudFormation<DatabaseName>({
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  identity: ['DBInstanceIdentifier', 'DBClusterIdentifier'],
  read: (block, context) => ({
    ownName: block.string(block.resource?.type === 'AWS::RDS::DBCluster' ? 'DBClusterIdentifier' : 'DBInstanceIdentifier'),
    tags: context.tags(block),
  }),
});
