import { defineTerraform } from '../../../code/index.ts';
import type { Ledger } from './shape.ts';

export const terraform = defineTerraform<Ledger>({
  types: ['aws_qldb_ledger'],
  identity: ['name'],
  read: (ledger) => ({
    permissionsMode: ledger.string('permissions_mode', { required: true }),
    deletionProtection: ledger.boolean('deletion_protection', { default: true }),
  }),
});
