/**
 * Ways to gain rights by Azure Resource Manager. Sources: Azure documentation, "Azure permissions" of each provider, "Run scripts in your VM",
 * "Managed identities", "Work with access keys in Azure Functions", "Use deployment scripts in Bicep: configure the minimum permissions",
 * "Lock your resources", "Prevent Shared Key authorization", "Manage local accounts with AKS", "Elevate access", read 2026-11-22.
 */
import { entraEscalations } from './entra.ts';
import { azureRows } from './rows.ts';
import type { CloudEscalation } from './types.ts';

const SUBSCRIPTION = 'azure.subscription';
const MACHINE = 'azure.compute.vm';
const SET = 'azure.compute.scale-set';
const SITE = 'azure.app.site';
const AUTOMATION = 'azure.automation.account';
const CLUSTER = 'azure.aks.cluster';
const VAULT = 'azure.keyvault.vault';
const IDENTITY = 'azure.managed-identity';
/** The identity with a resource group in which something may be made that has it. */
const IN_GROUP = 'azure.managed-identity-in-group';

const RUNBOOK = 'Automation/automationAccounts/runbooks';
const ASSIGN = 'ManagedIdentity/userAssignedIdentities/assign/action@user-assigned';

const roles = azureRows({
  'azure-assign-role': {
    ...{ title: 'Assign oneself every role in the subscription', edge: 'CAN_GRANT_SELF', over: SUBSCRIPTION, gains: 'admin' },
    needs: 'Authorization/roleAssignments/write@target',
  },
  'azure-store-role': {
    ...{ title: 'Assign oneself a role on it', edge: 'CAN_GRANT_SELF', over: 'azure.store', gains: 'read' },
    needs: 'Authorization/roleAssignments/write@target',
  },
  'azure-workload-role': {
    ...{ title: 'Assign oneself a role on what runs', edge: 'CAN_GRANT_SELF', over: 'azure.workload', gains: 'run' },
    needs: 'Authorization/roleAssignments/write@target',
  },
  'azure-identity-role': {
    ...{ title: 'Assign oneself a role on the identity', edge: 'CAN_GRANT_SELF', over: IDENTITY, gains: 'has' },
    needs: 'Authorization/roleAssignments/write@user-assigned',
  },
});

const machines = azureRows({
  'azure-run-command': {
    ...{ title: 'Run a command on the machine', edge: 'CAN_EXEC', over: MACHINE, gains: 'run', flag: 'has-agent' },
    needs: 'Compute/virtualMachines/runCommand/action@target',
  },
  'azure-managed-command': {
    ...{ title: 'Create a managed run command on the machine', edge: 'CAN_EXEC', over: MACHINE, gains: 'run', flag: 'has-agent' },
    needs: 'Compute/virtualMachines/runCommands/write@target',
  },
  'azure-extension': {
    ...{ title: 'Put an extension on the machine', edge: 'CAN_EXEC', over: MACHINE, gains: 'run', flag: 'takes-extensions' },
    needs: 'Compute/virtualMachines/extensions/write@target',
  },
  'azure-login-admin': {
    ...{ title: 'Sign in to the machine as administrator', edge: 'CAN_EXEC', over: MACHINE, gains: 'run' },
    needs: 'Compute/virtualMachines/loginAsAdmin/action@target',
    condition: '{0} lets people of the directory sign in and is reachable',
  },
  'azure-set-extension': {
    ...{ title: 'Put an extension on the machines of the set', edge: 'CAN_EXEC', over: SET, gains: 'run' },
    needs: 'Compute/virtualMachineScaleSets/extensions/write@target',
  },
  'azure-set-command': {
    ...{ title: 'Run a command on a machine of the set', edge: 'CAN_EXEC', over: SET, gains: 'run' },
    needs: 'Compute/virtualMachineScaleSets/virtualMachines/runCommand/action@target',
  },
  'azure-container-exec': {
    ...{ title: 'Run commands in the container', edge: 'CAN_EXEC', over: 'azure.container.group', gains: 'run' },
    needs: 'ContainerInstance/containerGroups/containers/exec/action@target',
  },
});

const code = azureRows({
  'azure-site-publish': {
    ...{ title: 'Publish code by the credentials of the site', edge: 'CAN_UPDATE_CODE', over: SITE, gains: 'run' },
    ...{ needs: 'Web/sites/publishxml/action@target', flag: 'takes-publish-credentials' },
  },
  'azure-site-config': {
    ...{ title: 'Change where the code of the site comes from', edge: 'CAN_UPDATE_CODE', over: SITE, gains: 'run' },
    needs: 'Web/sites/config/write@target',
  },
  'azure-function-key': {
    ...{ title: 'Write code of the function app by its master key', edge: 'CAN_UPDATE_CODE', over: SITE, gains: 'run' },
    ...{ needs: 'Web/sites/host/listkeys/action@target', flag: 'is-function' },
    condition: '{0} does not run from a package that cannot be written to',
  },
  'azure-runbook': {
    ...{ title: 'Write a runbook and start it', edge: 'CAN_UPDATE_CODE', over: AUTOMATION, gains: 'run' },
    needs: `${RUNBOOK}/draft/content/write@target ${RUNBOOK}/publish/action@target Automation/automationAccounts/jobs/write@target`,
  },
  'azure-runbook-test': {
    ...{ title: 'Write the draft of a runbook and test it', edge: 'CAN_UPDATE_CODE', over: AUTOMATION, gains: 'run' },
    needs: `${RUNBOOK}/draft/content/write@target ${RUNBOOK}/draft/testJob/write@target`,
  },
  'azure-runbook-link': {
    ...{ title: 'Publish a runbook from an address and start it', edge: 'CAN_UPDATE_CODE', over: AUTOMATION, gains: 'run' },
    needs: `${RUNBOOK}/write@target Automation/automationAccounts/jobs/write@target`,
  },
  'azure-logic-app': {
    ...{ title: 'Change the workflow', edge: 'CAN_UPDATE_CODE', over: 'azure.logic.workflow', gains: 'run' },
    needs: 'Logic/workflows/write@target',
  },
  'azure-data-factory': {
    ...{ title: 'Change a pipeline and start it', edge: 'CAN_UPDATE_CODE', over: 'azure.datafactory.factory', gains: 'run' },
    needs: 'DataFactory/factories/pipelines/write@target DataFactory/factories/pipelines/createRun/action@target',
  },
  'azure-container-app': {
    ...{ title: 'Replace the container', edge: 'CAN_UPDATE_CODE', over: 'azure.container.app', gains: 'run' },
    needs: 'App/containerApps/write@target',
  },
});

const clusters = azureRows({
  'azure-cluster-admin': {
    ...{ title: 'Get the credentials of the administrator of the cluster', edge: 'CAN_ASSUME', over: CLUSTER, gains: 'admin' },
    ...{ needs: 'ContainerService/managedClusters/listClusterAdminCredential/action@target', flag: 'has-local-accounts' },
  },
  'azure-cluster-nodes': {
    ...{ title: 'Run a pod on its nodes as administrator of the cluster', edge: 'CAN_EXEC', over: CLUSTER, gains: 'run' },
    ...{ needs: 'ContainerService/managedClusters/listClusterAdminCredential/action@target', flag: 'has-local-accounts' },
  },
  'azure-cluster-command': {
    ...{ title: 'Run a command in the cluster', edge: 'CAN_EXEC', over: CLUSTER, gains: 'admin', flag: 'takes-commands' },
    needs: 'ContainerService/managedClusters/runCommand/action@target',
  },
});

const identities = azureRows({
  'azure-federate': {
    ...{ title: "Let a token of one's own stand for the identity", edge: 'CAN_REWRITE_TRUST', over: IDENTITY, gains: 'has' },
    needs: 'ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write@user-assigned',
  },
  'azure-assign-to-machine': {
    ...{ title: 'Give the identity to a machine and run a command on it', edge: 'CAN_LAUNCH', over: IN_GROUP, gains: 'has' },
    needs: `${ASSIGN} Compute/virtualMachines/write@group Compute/virtualMachines/runCommand/action@group`,
  },
  'azure-assign-to-container': {
    ...{ title: 'Start a container with the identity', edge: 'CAN_LAUNCH', over: IN_GROUP, gains: 'has' },
    needs: `${ASSIGN} ContainerInstance/containerGroups/write@group`,
  },
  'azure-deployment-script': {
    ...{ title: 'Run a deployment script with the identity', edge: 'CAN_LAUNCH', over: IN_GROUP, gains: 'has' },
    needs: `${ASSIGN} Resources/deploymentScripts/write@group ContainerInstance/containerGroups/write@group Storage/storageAccounts/write@group`,
  },
});

const stores = azureRows({
  'azure-vault-policy': {
    ...{ title: 'Give oneself access to the vault', edge: 'CAN_GRANT_SELF', over: VAULT, gains: 'read', flag: 'uses-access-policies' },
    needs: 'KeyVault/vaults/accessPolicies/write@target',
  },
  'azure-vault-write': {
    ...{ title: 'Write the vault with an access policy for oneself', edge: 'CAN_GRANT_SELF', over: VAULT, gains: 'read' },
    ...{ needs: 'KeyVault/vaults/write@target', flag: 'uses-access-policies' },
  },
  'azure-storage-keys': {
    ...{ title: 'Read the keys of the storage account', edge: 'CAN_CREATE_KEY', over: 'azure.storage.account', gains: 'read' },
    ...{ needs: 'Storage/storageAccounts/listKeys/action@target', flag: 'takes-keys' },
  },
  'azure-storage-sas': {
    ...{ title: 'Sign access to the storage account by its key', edge: 'CAN_CREATE_KEY', over: 'azure.storage.account', gains: 'read' },
    ...{ needs: 'Storage/storageAccounts/listAccountSas/action@target', flag: 'takes-keys' },
  },
  'azure-cosmos-keys': {
    ...{ title: 'Read the keys of the database account', edge: 'CAN_CREATE_KEY', over: 'azure.cosmosdb.account', gains: 'read' },
    ...{ needs: 'DocumentDB/databaseAccounts/listKeys/action@target', flag: 'takes-keys' },
  },
  'azure-cosmos-read-keys': {
    ...{ title: 'Read the read-only keys of the database account', edge: 'CAN_CREATE_KEY', over: 'azure.cosmosdb.account', gains: 'read' },
    ...{ needs: 'DocumentDB/databaseAccounts/readonlykeys/action@target', flag: 'takes-keys' },
  },
});

export const azureEscalations: readonly CloudEscalation[] = [
  ...roles,
  ...machines,
  ...code,
  ...clusters,
  ...identities,
  ...stores,
  ...entraEscalations,
];
