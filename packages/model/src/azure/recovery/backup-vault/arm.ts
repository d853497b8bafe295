import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isWord, not, spelled } from '../../core/index.ts';
import type { BackupVault } from './shape.ts';

export const arm = defineArm<BackupVault>({
  types: ['Microsoft.DataProtection/backupVaults'],
  identity: ['name'],
  read(vault): FieldsOf<BackupVault> {
    const settings = vault.block('properties').block('securitySettings');
    return {
      immutability: spelled(
        settings.block('immutabilitySettings').string('state', { default: 'Disabled' }),
        'Disabled',
        'Locked',
        'Unlocked',
      ),
      softDelete: not(isWord(settings.block('softDeleteSettings').string('state', { default: 'On' }), 'Off')),
    };
  },
});
