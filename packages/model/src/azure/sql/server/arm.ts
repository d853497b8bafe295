import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineArm, firstPresent } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, isWord, isWrittenOut } from '../../core/index.ts';
import type { SqlServer } from './shape.ts';

export const arm = defineArm<SqlServer>({
  types: ['Microsoft.Sql/servers'],
  satellites: {
    'Microsoft.Sql/servers/auditingSettings': 'parent',
    'Microsoft.Sql/servers/extendedAuditingSettings': 'parent',
    'Microsoft.Sql/servers/securityAlertPolicies': 'parent',
    'Microsoft.Sql/servers/administrators': 'parent',
    'Microsoft.Sql/servers/azureADOnlyAuthentications': 'parent',
    'Microsoft.Sql/servers/encryptionProtector': 'parent',
  },
  identity: ['name'],
  read(server, context): FieldsOf<SqlServer> {
    const properties = server.block('properties');
    const audit = firstPresent(
      context.satellite('Microsoft.Sql/servers/auditingSettings'),
      context.satellite('Microsoft.Sql/servers/extendedAuditingSettings'),
    ).block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      minTlsVersion: properties.string('minimalTlsVersion', { default: 'None' }),
      isAudited: isWord(audit.string('state'), 'Enabled'),
      auditRetentionDays: audit.number('retentionDays', { default: 0 }),
      entraAdmin: entraAdmin(properties, context),
      entraOnly: entraOnly(properties, context),
      alerts: isWord(context.satellite('Microsoft.Sql/servers/securityAlertPolicies').block('properties').string('state'), 'Enabled'),
      customerKey: isWord(
        context.satellite('Microsoft.Sql/servers/encryptionProtector').block('properties').string('serverKeyType'),
        'AzureKeyVault',
      ),
      writtenPassword: isWrittenOut(properties, 'administratorLoginPassword'),
      privateEndpoint: hasPrivateEndpoint(server, context, ['Microsoft.Sql/servers']),
    };
  },
});

function entraAdmin(properties: BlockReader, context: ReaderContext): Leaf<boolean> {
  const separate = context.satellite('Microsoft.Sql/servers/administrators').block('properties');
  return firstPresent(separate, properties.block('administrators')).isSet('login');
}

function entraOnly(properties: BlockReader, context: ReaderContext): Leaf<boolean> {
  const separate = context.satellite('Microsoft.Sql/servers/azureADOnlyAuthentications').block('properties');
  const inline = properties.block('administrators');
  return firstPresent(separate, inline).boolean('azureADOnlyAuthentication', { default: false });
}
