import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isWord, writtenName } from '../../core/index.ts';
import type { SqlDatabase } from './shape.ts';

export const arm = defineArm<SqlDatabase>({
  types: ['Microsoft.Sql/servers/databases'],
  satellites: { 'Microsoft.Sql/servers/databases/transparentDataEncryption': 'parent' },
  identity: ['name'],
  read(database, context): FieldsOf<SqlDatabase> {
    const properties = database.block('properties');
    const encryption = context.satellite('Microsoft.Sql/servers/databases/transparentDataEncryption').block('properties');
    return {
      encrypted: isWord(encryption.string(writtenName(encryption, 'state', 'status'), { default: 'Enabled' }), 'Enabled'),
      ledger: properties.boolean('isLedgerOn', { default: false }),
      zoneRedundant: properties.boolean('zoneRedundant', { default: false }),
    };
  },
});
