import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isEnabled } from '../../core/index.ts';
import type { DataLakeStore } from './shape.ts';

export const arm = defineArm<DataLakeStore>({
  types: ['Microsoft.DataLakeStore/accounts'],
  identity: ['name'],
  read(store): FieldsOf<DataLakeStore> {
    const properties = store.block('properties');
    return {
      encrypted: isEnabled(properties, 'encryptionState', true),
    };
  },
});
