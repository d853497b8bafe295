import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, isWord } from '../../core/index.ts';
import type { MariadbServer } from './shape.ts';

export const arm = defineArm<MariadbServer>({
  types: ['Microsoft.DBforMariaDB/servers'],
  identity: ['name'],
  read(server, context): FieldsOf<MariadbServer> {
    const properties = server.block('properties');
    return {
      tlsRequired: isWord(properties.string('sslEnforcement'), 'Enabled'),
      tls12: isWord(properties.string('minimalTlsVersion'), 'TLS1_2'),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      geoBackup: isEnabled(properties.block('storageProfile'), 'geoRedundantBackup', false),
      privateEndpoint: hasPrivateEndpoint(server, context, ['Microsoft.DBforMariaDB/servers']),
    };
  },
});
