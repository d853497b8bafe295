import { defineTerraform } from '../../../code/index.ts';
import type { SqlInstanceName } from './shape.ts';

export const terraform = defineTerraform<SqlInstanceName>({
  types: ['google_sql_database_instance'],
  identity: ['name'],
  read: (block, context) => ({ ownName: block.string('name'), tags: context.tags(block) }),
});
