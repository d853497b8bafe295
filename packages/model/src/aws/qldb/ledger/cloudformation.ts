import { defineCloudFormation } from '../../../code/index.ts';
import type { Ledger } from './shape.ts';

export const cloudformation = defineCloudFormation<Ledger>({
  types: ['AWS::QLDB::Ledger'],
  identity: ['Name'],
  read: (ledger) => ({
    permissionsMode: ledger.string('PermissionsMode', { required: true }),
    deletionProtection: ledger.boolean('DeletionProtection', { default: true }),
  }),
});
