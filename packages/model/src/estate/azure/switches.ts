/**
 * Settings of Azure that decide whether a permission is of any use: keys that are refused, agents that are not there. Sources: hashicorp/azurerm
 * documentation and the Azure template reference of each type, with their defaults, read 2026-11-22.
 */
import type { BlockReader } from '../../code/index.ts';
import type { AzureSwitches } from '../cloud-identity.ts';
import type { EntityReader } from '../entity.ts';
import { flagAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { azureReader } from './words.ts';

type Flag = Known<boolean | undefined>;

function reader(types: string, says: (block: BlockReader) => AzureSwitches['says']): EntityReader<AzureSwitches> {
  return azureReader({ types: types.split(' '), read: (block, { base }) => [{ ...base, kind: 'azure.switches', says: says(block) }] });
}

/** What is written, else the default of the API. */
function on(block: BlockReader, paths: string, otherwise = true): Flag {
  return flagAt(block, paths) ?? otherwise;
}

function not(flag: Flag): Flag {
  return flag === undefined || isUndecided(flag) ? flag : !flag;
}

function either(one: Flag, other: Flag): Flag {
  if (one === true || other === true) return true;
  return isUndecided(one) ? one : isUndecided(other) ? other : one === undefined || other === undefined ? undefined : false;
}

const isTerraform = (block: BlockReader): boolean => block.resource?.type.startsWith('azurerm_') === true;

export const azureSwitchReaders: readonly EntityReader<AzureSwitches>[] = [
  reader('azurerm_linux_virtual_machine azurerm_windows_virtual_machine Microsoft.Compute/virtualMachines', (block) => {
    const os = (name: string): string =>
      `properties.osProfile.linuxConfiguration.${name} properties.osProfile.windowsConfiguration.${name}`;
    return {
      'has-agent': on(block, `provision_vm_agent ${os('provisionVMAgent')}`),
      'takes-extensions': on(block, 'allow_extension_operations properties.osProfile.allowExtensionOperations'),
    };
  }),
  reader('azurerm_storage_account Microsoft.Storage/storageAccounts', (block) => ({
    'takes-keys': on(block, 'shared_access_key_enabled properties.allowSharedKeyAccess'),
  })),
  reader('azurerm_cosmosdb_account Microsoft.DocumentDB/databaseAccounts', (block) => ({
    'takes-keys':
      flagAt(block, 'local_authentication_enabled') ?? not(on(block, 'local_authentication_disabled properties.disableLocalAuth', false)),
  })),
  reader(
    [
      'azurerm_linux_web_app azurerm_windows_web_app azurerm_linux_function_app azurerm_windows_function_app azurerm_function_app_flex_consumption',
      'azurerm_app_service azurerm_function_app azurerm_logic_app_standard Microsoft.Web/sites',
    ].join(' '),
    (block) => ({
      // Of sites outside of Terraform a child says it (`basicPublishingCredentialsPolicies`), which may stand elsewhere.
      'takes-publish-credentials': isTerraform(block)
        ? either(on(block, 'webdeploy_publish_basic_authentication_enabled'), on(block, 'ftp_publish_basic_authentication_enabled'))
        : undefined,
      'is-function': /function/.test(block.resource?.type ?? '') || /function/i.test(kindOf(block)),
    }),
  ),
  reader('azurerm_kubernetes_cluster Microsoft.ContainerService/managedClusters', (block) => ({
    'has-local-accounts': not(on(block, 'local_account_disabled properties.disableLocalAccounts', false)),
    'takes-commands': flagAt(block, 'run_command_enabled') ?? not(on(block, 'properties.apiServerAccessProfile.disableRunCommand', false)),
  })),
];

/** `functionapp,linux` of templates and answers. */
function kindOf(block: BlockReader): string {
  const value = block.resource?.block.attributes.get('kind')?.value;
  return value?.kind === 'string' ? value.value : '';
}
