import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasPrivateEndpoint, isWord } from '../../core/index.ts';
import type { MariadbServer } from './shape.ts';

export const terraform = defineTerraform<MariadbServer>({
  types: ['azurerm_mariadb_server'],
  identity: ['name'],
  read(server, context): FieldsOf<MariadbServer> {
    return {
      tlsRequired: server.boolean('ssl_enforcement_enabled', { required: true }),
      tls12: isWord(server.string('ssl_minimal_tls_version_enforced', { default: 'TLS1_2' }), 'TLS1_2'),
      publicNetworkAccess: server.boolean('public_network_access_enabled', { default: true }),
      geoBackup: server.boolean('geo_redundant_backup_enabled', { default: false }),
      privateEndpoint: hasPrivateEndpoint(server, context, ['azurerm_mariadb_server']),
    };
  },
});
