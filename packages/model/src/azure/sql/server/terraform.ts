import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, firstPresent, outside } from '../../../code/index.ts';
import { hasPrivateEndpoint, isWord, isWrittenOut, writtenName } from '../../core/index.ts';
import type { SqlServer } from './shape.ts';

export const terraform = defineTerraform<SqlServer>({
  types: ['azurerm_mssql_server', 'azurerm_sql_server'],
  satellites: {
    azurerm_mssql_server_extended_auditing_policy: 'server_id',
    azurerm_mssql_server_security_alert_policy: 'server_name',
    azurerm_sql_active_directory_administrator: 'server_name',
    azurerm_mssql_server_transparent_data_encryption: 'server_id',
  },
  identity: ['name'],
  read(server, context): FieldsOf<SqlServer> {
    const isOld = server.resource?.type === 'azurerm_sql_server';
    const audit = firstPresent(
      context.satellite('azurerm_mssql_server_extended_auditing_policy'),
      server.block('extended_auditing_policy'),
    );
    return {
      publicNetworkAccess: isOld
        ? outside<never>('azurerm_sql_server has no argument for it', server.place)
        : server.boolean('public_network_access_enabled', { default: true }),
      minTlsVersion: isOld
        ? outside<never>('azurerm_sql_server has no argument for it', server.place)
        : server.string('minimum_tls_version', { default: context.providerMajor('azurerm') < 3 ? 'None' : '1.2' }),
      isAudited: audit.exists ? audit.boolean('enabled', { default: true }) : audit.boolean('enabled', { default: false }),
      auditRetentionDays: audit.number('retention_in_days', { default: 0 }),
      entraAdmin: entraAdmin(server, context),
      entraOnly: server.block('azuread_administrator').boolean('azuread_authentication_only', { default: false }),
      alerts: isWord(context.satellite('azurerm_mssql_server_security_alert_policy').string('state'), 'Enabled'),
      customerKey: customerKey(server, context),
      writtenPassword: isWrittenOut(server, 'administrator_login_password'),
      privateEndpoint: hasPrivateEndpoint(server, context, ['azurerm_mssql_server', 'azurerm_sql_server']),
    };
  },
});

function entraAdmin(server: BlockReader, context: ReaderContext): Leaf<boolean> {
  const separate = context.satellite('azurerm_sql_active_directory_administrator');
  if (separate.exists) return separate.isSet('login');
  return server.block('azuread_administrator').isSet('login_username');
}

function customerKey(server: BlockReader, context: ReaderContext): Leaf<boolean> {
  const separate = context.satellite('azurerm_mssql_server_transparent_data_encryption');
  if (separate.exists) return separate.isSet(writtenName(separate, 'key_vault_key_id', 'managed_hsm_key_id'));
  return server.isSet('transparent_data_encryption_key_vault_key_id');
}
