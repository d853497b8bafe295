import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { StorageSync } from './shape.ts';

export const arm = defineArm<StorageSync>({
  types: ['Microsoft.StorageSync/storageSyncServices'],
  identity: ['name'],
  read(sync): FieldsOf<StorageSync> {
    const properties = sync.block('properties');
    return {
      incomingTraffic: properties.string('incomingTrafficPolicy', { default: 'AllowAllTraffic' }),
    };
  },
});
