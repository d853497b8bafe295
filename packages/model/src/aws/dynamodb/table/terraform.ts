import { defineTerraform } from '../../../code/index.ts';
import type { Table } from './shape.ts';

export const terraform = defineTerraform<Table>({
  types: ['aws_dynamodb_table'],
  identity: ['name'],
  read: (table) => ({ pointInTimeRecovery: table.block('point_in_time_recovery').boolean('enabled', { default: false }) }),
});
