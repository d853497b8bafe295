import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { StorageSync } from './shape.ts';

export const terraform = defineTerraform<StorageSync>({
  types: ['azurerm_storage_sync'],
  identity: ['name'],
  read(sync): FieldsOf<StorageSync> {
    return {
      incomingTraffic: sync.string('incoming_traffic_policy', { default: 'AllowAllTraffic' }),
    };
  },
});
