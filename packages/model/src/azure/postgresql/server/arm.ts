import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, outside } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, isWord, isWrittenOut, mapLeaf, not, serverParameter } from '../../core/index.ts';
import type { PostgresqlServer } from './shape.ts';

export const arm = defineArm<PostgresqlServer>({
  types: ['Microsoft.DBforPostgreSQL/servers', 'Microsoft.DBforPostgreSQL/flexibleServers'],
  satellites: {
    'Microsoft.DBforPostgreSQL/servers/configurations': 'parent',
    'Microsoft.DBforPostgreSQL/flexibleServers/configurations': 'parent',
    'Microsoft.DBforPostgreSQL/servers/keys': 'parent',
    'Microsoft.DBforPostgreSQL/servers/securityAlertPolicies': 'parent',
    'Microsoft.DBforPostgreSQL/servers/administrators': 'parent',
  },
  reportAtSatellites: true,
  identity: ['name'],
  read(server, context): FieldsOf<PostgresqlServer> {
    const isFlexible = server.resource
      ? server.resource.type === 'Microsoft.DBforPostgreSQL/flexibleServers'
      : context.satellites('Microsoft.DBforPostgreSQL/flexibleServers/configurations').length > 0;
    const properties = server.block('properties');
    const network = properties.block('network');
    const onlySingle = outside<never>('flexible servers have no such setting', server.place);
    const parameter = (name: string, standard: string): Leaf<string> => valueOf(server, context, name, standard);
    return {
      tlsRequired: isFlexible
        ? isWord(parameter('require_secure_transport', 'on'), 'on')
        : isWord(properties.string('sslEnforcement'), 'Enabled'),
      tls12: isFlexible
        ? onlyNewTls(parameter('ssl_min_protocol_version', 'TLSv1.2'))
        : isWord(properties.string('minimalTlsVersion'), 'TLS1_2'),
      publicNetworkAccess:
        network.value('delegatedSubnetResourceId') && !network.value('publicNetworkAccess')
          ? explicit(false, network.placeOf('delegatedSubnetResourceId'))
          : isEnabled(isFlexible ? network : properties, 'publicNetworkAccess', true),
      geoBackup: isEnabled(properties.block(isFlexible ? 'backup' : 'storageProfile'), 'geoRedundantBackup', false),
      backupDays: properties.block(isFlexible ? 'backup' : 'storageProfile').number('backupRetentionDays', { default: 7 }),
      standby: isFlexible
        ? not(isWord(properties.block('highAvailability').string('mode', { default: 'Disabled' }), 'Disabled'))
        : outside<never>('single servers have no such setting', server.place),
      isReplica: isWord(properties.string('createMode', { default: 'Default' }), 'Replica'),
      doubleEncryption: isFlexible ? onlySingle : isEnabled(properties, 'infrastructureEncryption', false),
      threatDetection: isFlexible
        ? onlySingle
        : isWord(
            context.satellite('Microsoft.DBforPostgreSQL/servers/securityAlertPolicies').block('properties').string('state'),
            'Enabled',
          ),
      customerKey: isFlexible
        ? isWord(properties.block('dataEncryption').string('type'), 'AzureKeyVault')
        : isWord(context.satellite('Microsoft.DBforPostgreSQL/servers/keys').block('properties').string('serverKeyType'), 'AzureKeyVault'),
      privateEndpoint: hasPrivateEndpoint(server, context, [
        'Microsoft.DBforPostgreSQL/servers',
        'Microsoft.DBforPostgreSQL/flexibleServers',
      ]),
      writtenPassword: isWrittenOut(properties, 'administratorLoginPassword'),
      entraAuth: isFlexible
        ? isEnabled(properties.block('authConfig'), 'activeDirectoryAuth', false)
        : context.satellite('Microsoft.DBforPostgreSQL/servers/administrators').block('properties').isSet('login'),
    };
  },
});

const configurations = ['Microsoft.DBforPostgreSQL/servers/configurations', 'Microsoft.DBforPostgreSQL/flexibleServers/configurations'];

function valueOf(server: BlockReader, context: ReaderContext, name: string, standard: string): Leaf<string> {
  const value = serverParameter(server, context, configurations, name);
  return value.state === 'absent' ? byDefault(standard, value.place) : mapLeaf(value, (text) => text ?? standard);
}

/** `TLSv1.2,TLSv1.3` */
function onlyNewTls(versions: Leaf<string>): Leaf<boolean> {
  return mapLeaf(versions, (text) => text.split(',').every((version) => ['tlsv1.2', 'tlsv1.3'].includes(version.trim().toLowerCase())));
}
