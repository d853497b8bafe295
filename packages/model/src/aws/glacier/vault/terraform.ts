import { defineTerraform, policyOf } from '../../../code/index.ts';
import type { ArchiveVault } from './shape.ts';

export const terraform = defineTerraform<ArchiveVault>({
  types: ['aws_glacier_vault'],
  identity: ['name'],
  read: (vault) => ({
    policy: policyOf(vault, 'access_policy'),
  }),
});
