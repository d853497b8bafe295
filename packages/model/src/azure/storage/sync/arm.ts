import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { spelled } from '../../core/index.ts';
import type { StorageSync } from './shape.ts';

export const arm = defineArm<StorageSync>({
  types: ['Microsoft.StorageSync/storageSyncServices'],
  identity: ['name'],
  read(sync): FieldsOf<StorageSync> {
    const properties = sync.block('properties');
    return {
      incomingTraffic: spelled(
        properties.string('incomingTrafficPolicy', { default: 'AllowAllTraffic' }),
        'AllowAllTraffic',
        'AllowVirtualNetworksOnly',
      ),
    };
  },
});
