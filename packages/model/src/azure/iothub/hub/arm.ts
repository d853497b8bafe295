import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isEnabled, not } from '../../core/index.ts';
import type { IotHub } from './shape.ts';

export const arm = defineArm<IotHub>({
  types: ['Microsoft.Devices/IotHubs'],
  identity: ['name'],
  read(hub): FieldsOf<IotHub> {
    const properties = hub.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      minTlsVersion: properties.string('minTlsVersion'),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
    };
  },
});
