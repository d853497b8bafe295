import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { IotHub } from './shape.ts';

export const terraform = defineTerraform<IotHub>({
  types: ['azurerm_iothub'],
  identity: ['name'],
  read(hub): FieldsOf<IotHub> {
    return {
      publicNetworkAccess: hub.boolean('public_network_access_enabled', { default: true }),
      minTlsVersion: hub.string('min_tls_version'),
      localAuth: hub.boolean('local_authentication_enabled', { default: true }),
    };
  },
});
