import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { isWord } from '../../core/index.ts';
import type { DataLakeStore } from './shape.ts';

export const terraform = defineTerraform<DataLakeStore>({
  types: ['azurerm_data_lake_store'],
  identity: ['name'],
  read(store): FieldsOf<DataLakeStore> {
    return {
      encrypted: isWord(store.string('encryption_state', { default: 'Enabled' }), 'Enabled'),
    };
  },
});
