import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, outside } from '../../../code/index.ts';
import { hasPrivateEndpoint, isWord, isWrittenOut, mapLeaf, serverParameter } from '../../core/index.ts';
import type { PostgresqlServer } from './shape.ts';

export const terraform = defineTerraform<PostgresqlServer>({
  types: ['azurerm_postgresql_server', 'azurerm_postgresql_flexible_server'],
  satellites: {
    azurerm_postgresql_configuration: 'server_name',
    azurerm_postgresql_flexible_server_configuration: 'server_id',
    azurerm_postgresql_server_key: 'server_id',
    azurerm_postgresql_active_directory_administrator: 'server_name',
  },
  reportAtSatellites: true,
  identity: ['name'],
  read(server, context): FieldsOf<PostgresqlServer> {
    // Parameters of a server that is not in this code tell which kind it is.
    const isFlexible = server.resource
      ? server.resource.type === 'azurerm_postgresql_flexible_server'
      : context.satellites('azurerm_postgresql_flexible_server_configuration').length > 0;
    const onlySingle = outside<never>('flexible servers have no such setting', server.place);
    const parameter = (name: string, standard: string): Leaf<string> => valueOf(server, context, name, standard);
    return {
      tlsRequired: isFlexible
        ? isWord(parameter('require_secure_transport', 'on'), 'on')
        : server.boolean('ssl_enforcement_enabled', { required: true }),
      tls12: isFlexible
        ? onlyNewTls(parameter('ssl_min_protocol_version', 'TLSv1.2'))
        : isWord(server.string('ssl_minimal_tls_version_enforced', { default: 'TLS1_2' }), 'TLS1_2'),
      publicNetworkAccess:
        isFlexible && server.value('delegated_subnet_id') && !server.value('public_network_access_enabled')
          ? explicit(false, server.placeOf('delegated_subnet_id'))
          : server.boolean('public_network_access_enabled', { default: true }),
      geoBackup: server.boolean('geo_redundant_backup_enabled', { default: false }),
      backupDays: server.number('backup_retention_days', { default: 7 }),
      standby: isFlexible ? server.has('high_availability') : outside<never>('single servers have no such setting', server.place),
      isReplica: isWord(server.string('create_mode', { default: 'Default' }), 'Replica'),
      doubleEncryption: isFlexible ? onlySingle : server.boolean('infrastructure_encryption_enabled', { default: false }),
      threatDetection: isFlexible ? onlySingle : server.block('threat_detection_policy').boolean('enabled', { default: false }),
      customerKey: isFlexible
        ? server.block('customer_managed_key').isSet('key_vault_key_id')
        : context.satellite('azurerm_postgresql_server_key').isSet('key_vault_key_id'),
      privateEndpoint: hasPrivateEndpoint(server, context, ['azurerm_postgresql_server', 'azurerm_postgresql_flexible_server']),
      writtenPassword: isWrittenOut(server, 'administrator_login_password', 'administrator_password'),
      entraAuth: isFlexible
        ? server.block('authentication').boolean('active_directory_auth_enabled', { default: false })
        : context.satellite('azurerm_postgresql_active_directory_administrator').isSet('login'),
    };
  },
});

const configurations = ['azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'];

function valueOf(server: BlockReader, context: ReaderContext, name: string, standard: string): Leaf<string> {
  const value = serverParameter(server, context, configurations, name);
  return value.state === 'absent' ? byDefault(standard, value.place) : mapLeaf(value, (text) => text ?? standard);
}

/** `TLSv1.2,TLSv1.3` */
function onlyNewTls(versions: Leaf<string>): Leaf<boolean> {
  return mapLeaf(versions, (text) => text.split(',').every((version) => ['tlsv1.2', 'tlsv1.3'].includes(version.trim().toLowerCase())));
}
