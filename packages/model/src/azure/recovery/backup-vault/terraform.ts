import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { isWord, not } from '../../core/index.ts';
import type { BackupVault } from './shape.ts';

export const terraform = defineTerraform<BackupVault>({
  types: ['azurerm_data_protection_backup_vault'],
  identity: ['name'],
  read(vault): FieldsOf<BackupVault> {
    return {
      immutability: vault.string('immutability', { default: 'Disabled' }),
      softDelete: not(isWord(vault.string('soft_delete', { default: 'On' }), 'Off')),
    };
  },
});
