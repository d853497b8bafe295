import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Table } from './shape.ts';

export const terraform = defineTerraform<Table>({
  types: ['google_bigquery_table'],
  satellites: { ...iamSatellites('google_bigquery_table', 'table_id') },
  identity: ['table_id', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    isView: block.has('view'),
    hasCustomerKey: block.block('encryption_configuration').isSet('kms_key_name'),
    deletionProtection: block.boolean('deletion_protection', { default: true }),
    iam: bindingsOf(context, block.place, 'google_bigquery_table'),
  }),
});
