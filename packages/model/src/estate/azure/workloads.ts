/** What runs in Azure. Sources: hashicorp/azurerm documentation and the Azure template reference of each type, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import { NO_TEXTS, flagAt, textAt, textsAt } from '../reading.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { Workload, WorkloadEntity } from '../workload.ts';
import type { WorkloadRow } from '../workload-reader.ts';
import { workloadReader } from '../workload-reader.ts';
import { azureReader, identitiesOf, ownIdentity } from './words.ts';

/** A row whose workload runs as the managed identities of its block, and the system-assigned identity itself. */
function withIdentity(row: WorkloadRow): EntityReader<WorkloadEntity> {
  const reader: EntityReader<Workload> = workloadReader(row);
  return azureReader<WorkloadEntity>({
    types: reader.types,
    read: (block, context) => {
      const identities = identitiesOf(block, context);
      const workloads = reader.read(block, context).map((each) => ({ ...each, identities: row.identities ? each.identities : identities }));
      const own = ownIdentity(context.base);
      if (!identities.items.includes(own)) return workloads;
      const principal = textAt(block, 'identity.principalId');
      // A reference into the block keeps the block's name only. Templates call the identity by its resource.
      const inCode = context.base.names.filter((each) => each.startsWith('~')).map((each) => `${each}.identity`);
      const names = [own, ...context.base.names, ...inCode, ...(typeof principal === 'string' ? [principal] : [])];
      return [...workloads, { ...context.base, id: own, names, kind: 'cloud-identity', identityKind: 'azure.managed-identity' }];
    },
  });
}

const MACHINE_DATA =
  'custom_data user_data os_profile.custom_data properties.osProfile.customData properties.userData properties.virtualMachineProfile.osProfile.customData properties.virtualMachineProfile.userData';

const machines: readonly EntityReader<WorkloadEntity>[] = [
  withIdentity({
    types: 'azurerm_linux_virtual_machine azurerm_windows_virtual_machine azurerm_virtual_machine Microsoft.Compute/virtualMachines',
    kind: 'azure.compute.vm',
    name: 'name',
    userData: MACHINE_DATA,
    codeFrom: 'source_image_id properties.storageProfile.imageReference.id',
    holds: 'properties.storageProfile.dataDisks.managedDisk.id properties.storageProfile.osDisk.managedDisk.id',
    passwordLogin,
  }),
  withIdentity({
    types:
      'azurerm_linux_virtual_machine_scale_set azurerm_windows_virtual_machine_scale_set azurerm_orchestrated_virtual_machine_scale_set Microsoft.Compute/virtualMachineScaleSets',
    kind: 'azure.compute.scale-set',
    name: 'name',
    userData: MACHINE_DATA,
    codeFrom: 'source_image_id properties.virtualMachineProfile.storageProfile.imageReference.id',
    passwordLogin,
  }),
  withIdentity({
    types: 'azurerm_kubernetes_cluster Microsoft.ContainerService/managedClusters',
    kind: 'azure.aks.cluster',
    name: 'name',
    identities: (block) =>
      textsAt(block, 'kubelet_identity.user_assigned_identity_id properties.identityProfile.kubeletidentity.resourceId'),
  }),
  withIdentity({
    types: 'azurerm_container_group Microsoft.ContainerInstance/containerGroups',
    kind: 'azure.container.group',
    name: 'name',
    environment:
      'container.environment_variables container.secure_environment_variables properties.containers.properties.environmentVariables image_registry_credential.password',
    codeFrom: 'container.image properties.containers.properties.image',
    holds: 'container.volume.storage_account_name properties.volumes.azureFile.storageAccountName',
    escapes: (block) => (flagAt(block, 'container.security.privilege_enabled') === true ? ['privileged'] : []),
  }),
  withIdentity({
    types: 'azurerm_container_app azurerm_container_app_job Microsoft.App/containerApps Microsoft.App/jobs',
    kind: 'azure.container.app',
    name: 'name',
    environment: 'template.container.env secret properties.template.containers.env properties.configuration.secrets',
    codeFrom: 'template.container.image properties.template.containers.image',
    holds: 'secret.key_vault_secret_id properties.configuration.secrets.keyVaultUrl',
  }),
];

/** Linux machines take passwords only where that is said; Windows machines always do. */
function passwordLogin(block: BlockReader): Known<boolean | undefined> {
  const type = block.resource?.type ?? '';
  if (type.includes('windows')) return true;
  const refused = flagAt(
    block,
    [
      'disable_password_authentication os_profile_linux_config.disable_password_authentication',
      'properties.osProfile.linuxConfiguration.disablePasswordAuthentication',
      'properties.virtualMachineProfile.osProfile.linuxConfiguration.disablePasswordAuthentication',
    ].join(' '),
  );
  if (refused === undefined) return type.includes('linux') ? false : undefined;
  return isUndecided(refused) ? refused : !refused;
}

const applications: readonly EntityReader<WorkloadEntity>[] = [
  withIdentity({
    types: [
      'azurerm_linux_web_app azurerm_windows_web_app azurerm_app_service azurerm_linux_function_app azurerm_windows_function_app azurerm_function_app',
      'azurerm_function_app_flex_consumption azurerm_linux_web_app_slot azurerm_windows_web_app_slot azurerm_logic_app_standard Microsoft.Web/sites Microsoft.Web/sites/slots',
    ].join(' '),
    kind: 'azure.app.site',
    name: 'name',
    environment:
      'app_settings connection_string storage_account_access_key properties.siteConfig.appSettings properties.siteConfig.connectionStrings',
    codeFrom:
      'site_config.application_stack.docker_image_name site_config.application_stack.docker_image storage_account_name properties.siteConfig.linuxFxVersion zip_deploy_file',
    holds: 'storage_account_name storage_account.account_name',
    callableByAnyone: (block) => {
      const isProtected = flagAt(block, 'auth_settings_v2.require_authentication auth_settings_v2.auth_enabled auth_settings.enabled');
      return isProtected === undefined ? false : isUndecided(isProtected) ? isProtected : !isProtected;
    },
  }),
  withIdentity({
    types: 'azurerm_static_web_app azurerm_static_site Microsoft.Web/staticSites',
    kind: 'azure.app.static-site',
    name: 'name',
    environment: 'app_settings',
    codeFrom: 'repository_url properties.repositoryUrl',
  }),
  withIdentity({
    types: 'azurerm_automation_account Microsoft.Automation/automationAccounts',
    kind: 'azure.automation.account',
    name: 'name',
  }),
  azureReader(
    workloadReader({
      types: 'azurerm_automation_runbook Microsoft.Automation/automationAccounts/runbooks',
      kind: 'azure.automation.runbook',
      name: 'name',
      userData: 'content',
      codeFrom: 'publish_content_link.uri properties.publishContentLink.uri',
      runsOn: 'automation_account_name parent',
    }),
  ),
  withIdentity({
    types: 'azurerm_logic_app_workflow Microsoft.Logic/workflows',
    kind: 'azure.logic.workflow',
    name: 'name',
    environment: 'parameters workflow_parameters properties.parameters',
  }),
  withIdentity({
    types: 'azurerm_data_factory Microsoft.DataFactory/factories',
    kind: 'azure.datafactory.factory',
    name: 'name',
    codeFrom: 'github_configuration.repository_name vsts_configuration.repository_name properties.repoConfiguration.repositoryName',
  }),
  withIdentity({
    types: 'azurerm_synapse_workspace Microsoft.Synapse/workspaces',
    kind: 'azure.synapse.workspace',
    name: 'name',
    codeFrom: 'github_repo.repository_name azure_devops_repo.repository_name',
  }),
  withIdentity({
    types: 'azurerm_machine_learning_workspace Microsoft.MachineLearningServices/workspaces',
    kind: 'azure.machinelearning.workspace',
    name: 'name',
    holds:
      'storage_account_id key_vault_id container_registry_id properties.storageAccount properties.keyVault properties.containerRegistry',
  }),
  withIdentity({
    types:
      'azurerm_machine_learning_compute_instance azurerm_machine_learning_compute_cluster Microsoft.MachineLearningServices/workspaces/computes',
    kind: 'azure.machinelearning.compute',
    name: 'name',
  }),
  withIdentity({
    types: 'azurerm_batch_pool Microsoft.Batch/batchAccounts/pools',
    kind: 'azure.batch.pool',
    name: 'name',
    environment: 'start_task.common_environment_properties',
    userData: 'start_task.command_line properties.startTask.commandLine',
  }),
  withIdentity({
    types: 'azurerm_spring_cloud_app Microsoft.AppPlatform/Spring/apps',
    kind: 'azure.spring.app',
    name: 'name',
  }),
  withIdentity({
    types: 'azurerm_api_management Microsoft.ApiManagement/service',
    kind: 'azure.apim.service',
    name: 'name',
  }),
  withIdentity({
    types:
      'azurerm_resource_deployment_script_azure_cli azurerm_resource_deployment_script_azure_power_shell Microsoft.Resources/deploymentScripts',
    kind: 'azure.resources.deployment-script',
    name: 'name',
    environment: 'environment_variable properties.environmentVariables',
    userData: 'script_content properties.scriptContent',
    codeFrom: 'primary_script_uri properties.primaryScriptUri',
  }),
];

/** Scripts that run on machines as their administrator. */
const extensions: readonly EntityReader<WorkloadEntity>[] = [
  azureReader({
    types: ['azurerm_virtual_machine_extension', 'azurerm_virtual_machine_run_command', 'Microsoft.Compute/virtualMachines/extensions'],
    read: (block, context) => {
      const script = workloadReader({
        types: '',
        kind: '',
        userData: 'settings protected_settings source.script properties.settings properties.protectedSettings',
        codeFrom: 'settings.fileUris properties.settings.fileUris',
      }).read(block, context)[0];
      if (!script) return [];
      const { credentials, codeFrom } = script;
      const workload = textAt(block, 'virtual_machine_id parent');
      return [
        { ...context.base, kind: 'workload-setting', workload, ofKind: 'azure.compute.', isForAll: false, says: { credentials, codeFrom } },
      ];
    },
  }),
];

/** Identities that stand alone, and who outside of Azure may become them. */
const identities: readonly EntityReader<WorkloadEntity>[] = [
  azureReader({
    types: ['azurerm_user_assigned_identity', 'data.azurerm_user_assigned_identity', 'Microsoft.ManagedIdentity/userAssignedIdentities'],
    read: (block, { base }) => {
      const told = textsAt(block, 'properties.principalId properties.clientId').items;
      return [{ ...base, names: [...new Set([...base.names, ...told])], kind: 'cloud-identity', identityKind: 'azure.managed-identity' }];
    },
  }),
  azureReader({
    types: ['azuread_application', 'azuread_service_principal'],
    read: (_, { base }) => [{ ...base, kind: 'cloud-identity', identityKind: 'azure.application' }],
  }),
  azureReader<WorkloadEntity>({
    types: ['azuread_application_password', 'azuread_service_principal_password', 'azuread_application_certificate'],
    read: (block, { base }) => {
      const to = textsAt(block, 'application_id application_object_id service_principal_id');
      return [{ ...base, kind: 'identity-binding', how: 'key', from: base.id, to, cluster: undefined }];
    },
  }),
  azureReader<WorkloadEntity>({
    types: ['azurerm_federated_identity_credential', 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'],
    read: (block, { base }) => {
      const to = textsAt(block, 'parent_id user_assigned_identity_id parent');
      const from = textAt(block, 'subject properties.subject');
      const cluster = textAt(block, 'issuer properties.issuer');
      return [
        { ...base, kind: 'identity-binding', how: 'azure-workload-identity', from, to: to.items.length > 0 ? to : NO_TEXTS, cluster },
      ];
    },
  }),
];

export const azureWorkloadReaders: readonly EntityReader<WorkloadEntity>[] = [...machines, ...applications, ...extensions, ...identities];
