/** Questions that code of Azure answers: keys of stores in settings, scripts that runbooks are made from. */
import { assign, block, customers, GROUP, OWN, owns, rights, start } from '../azure/index.ts';
import type { QueryCase } from './types.ts';

const SHOWN = ['Microsoft.Web/sites/config/list/action'];
const SETTING = 'STORE = azurerm_storage_account.customers.primary_connection_string';
const shop = block('azurerm_linux_web_app', 'shop', `site_config {\n  }\n  app_settings = {\n    ${SETTING}\n  }`);
const written = `DefaultEndpointsProtocol=https;AccountName=customers;AccountKey=${'Ab12'.repeat(21)}Cd==;EndpointSuffix=core.windows.net`;
const ENDS: QueryCase['ends'] = [
  ['the settings are not shown to her', SHOWN[0] ?? '', 'Microsoft.Web/sites/config/read'],
  ['the account takes no keys', 'account_tier  ', 'shared_access_key_enabled = false\n  account_tier  '],
];
const FIX = /^Take the key of azurerm_storage_account\.customers out of azurerm_linux_web_app\.shop and replace it$/;

const runbook = `resource "azurerm_automation_runbook" "clean" {
  name                    = "clean"
  automation_account_name = azurerm_automation_account.night.name
  resource_group_name     = azurerm_resource_group.app.name
  location                = "japaneast"
  runbook_type            = "PowerShell"
  publish_content_link {
    uri = "https://scripts.blob.core.windows.net/runbooks/clean.ps1"
  }
}
`;

const vault = block('azurerm_key_vault', 'customers', 'sku_name = "standard"\n  tags = { DataClass = "personal" }');

export const azureQueries: readonly QueryCase[] = [
  {
    ...{ number: 9, query: 'leaked-credential', name: 'a connection string in the settings of a site of Azure' },
    code: start + customers + shop + rights({ actions: SHOWN, on: GROUP }),
    ends: ENDS,
    fixes: [[FIX, 'by an identity', SETTING, 'STORE = azurerm_storage_account.customers.name']],
  },
  {
    ...{ number: 9, query: 'leaked-credential', name: 'a connection string that is written out' },
    code: start + customers + shop.replace(SETTING, `STORE = "${written}"`) + rights({ actions: SHOWN, on: GROUP }),
    ends: [...ENDS, ['the key of another account', 'AccountName=customers', 'AccountName=elsewhere']],
    fixes: [[FIX, 'by an identity', written, 'customers']],
  },
  {
    ...{ number: 15, query: 'code-store-to-privileged-workload', name: 'the script of a runbook of Azure' },
    code:
      start +
      block('azurerm_storage_account', 'scripts', 'account_tier = "Standard"') +
      block('azurerm_automation_account', 'night', OWN) +
      runbook +
      owns('azurerm_automation_account.night') +
      assign('alice', 'Storage Blob Data Contributor', { to: 'azuread_user.alice.object_id' }),
    ends: [
      ['she only reads', 'Storage Blob Data Contributor', 'Storage Blob Data Reader'],
      ['a script from elsewhere', 'https://scripts.blob', 'https://other.blob'],
      ['the account has no identity', OWN, ''],
      ['the runbook of another account', 'azurerm_automation_account.night.name', '"day"'],
    ],
    fixes: [[/^Narrow or remove Owner given by azurerm_role_assignment\.owner$/, 'the identity only reads', '"Owner"', '"Reader"']],
  },
  {
    ...{ number: 10, query: 'escalation-to-data', name: 'who gives roles of vaults gives herself one, and no other role' },
    code: start + vault + customers + assign('alice', 'Key Vault Data Access Administrator', { to: 'azuread_user.alice.object_id' }),
    ends: [
      ['she only reads the vault', 'Key Vault Data Access Administrator', 'Key Vault Reader'],
      ['nothing worth reading in the vault', 'DataClass = "personal" }', 'DataClass = "public" }'],
    ],
    fixes: [
      [
        /^Narrow or remove Key Vault Data Access Administrator given by azurerm_role_assignment\.alice$/,
        'she only reads the vault',
        'Key Vault Data Access Administrator',
        'Key Vault Reader',
      ],
    ],
  },
];
