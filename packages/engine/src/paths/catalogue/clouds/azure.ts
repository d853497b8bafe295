/**
 * Ways to gain rights in Azure and Entra. Sources: Azure documentation ("Run scripts in your VM", "Managed identities", "Automation runbooks",
 * "Kudu", "Elevate access"), Microsoft Graph permissions reference and Entra role documentation (2026-11-22, partly general knowledge, to be confirmed).
 */
import type { CloudEscalation } from './types.ts';

type Row = readonly [
  id: string,
  title: string,
  edge: CloudEscalation['edge'],
  over: string,
  gains: CloudEscalation['gains'],
  needs: string,
];

const SUBSCRIPTION = 'azure.subscription';
const MACHINE = 'azure.compute.vm';
const SET = 'azure.compute.scale-set';
const IDENTITY = 'azure.managed-identity';
const APP = 'entra.application';

/** Needs: `ACTION@ON`, separated by spaces; `Microsoft.` is left out before actions of Azure. */
const ROWS: readonly Row[] = [
  [
    'azure-assign-role',
    'Assign oneself every role in the subscription',
    'CAN_GRANT_SELF',
    SUBSCRIPTION,
    'admin',
    'Authorization/roleAssignments/write@target',
  ],
  [
    'azure-elevate',
    'Elevate access as Global Administrator',
    'CAN_GRANT_SELF',
    SUBSCRIPTION,
    'admin',
    'directory:roleAssignments/allProperties/allTasks@directory',
  ],
  ['azure-run-command', 'Run a command on the machine', 'CAN_EXEC', MACHINE, 'run', 'Compute/virtualMachines/runCommand/action@target'],
  ['azure-extension', 'Put an extension on the machine', 'CAN_EXEC', MACHINE, 'run', 'Compute/virtualMachines/extensions/write@target'],
  [
    'azure-login-admin',
    'Sign in to the machine as administrator',
    'CAN_EXEC',
    MACHINE,
    'run',
    'Compute/virtualMachines/loginAsAdmin/action@target',
  ],
  [
    'azure-set-extension',
    'Put an extension on the machines of the set',
    'CAN_EXEC',
    SET,
    'run',
    'Compute/virtualMachineScaleSets/extensions/write@target',
  ],
  [
    'azure-site-publish',
    'Publish code by the credentials of the site',
    'CAN_UPDATE_CODE',
    'azure.app.site',
    'run',
    'Web/sites/publishxml/action@target',
  ],
  [
    'azure-site-config',
    'Change where the code of the site comes from',
    'CAN_UPDATE_CODE',
    'azure.app.site',
    'run',
    'Web/sites/config/write@target',
  ],
  [
    'azure-runbook',
    'Write a runbook and start it',
    'CAN_UPDATE_CODE',
    'azure.automation.account',
    'run',
    'Automation/automationAccounts/runbooks/draft/write@target Automation/automationAccounts/runbooks/publish/action@target Automation/automationAccounts/jobs/write@target',
  ],
  ['azure-logic-app', 'Change the workflow', 'CAN_UPDATE_CODE', 'azure.logic.workflow', 'run', 'Logic/workflows/write@target'],
  [
    'azure-data-factory',
    'Change a pipeline and start it',
    'CAN_UPDATE_CODE',
    'azure.datafactory.factory',
    'run',
    'DataFactory/factories/pipelines/write@target DataFactory/factories/pipelines/createRun/action@target',
  ],
  [
    'azure-container-exec',
    'Run commands in the container',
    'CAN_EXEC',
    'azure.container.group',
    'run',
    'ContainerInstance/containerGroups/containers/exec/action@target',
  ],
  ['azure-container-app', 'Replace the container', 'CAN_UPDATE_CODE', 'azure.container.app', 'run', 'App/containerApps/write@target'],
  [
    'azure-cluster-admin',
    'Get the credentials of the administrator of the cluster',
    'CAN_ASSUME',
    'azure.aks.cluster',
    'admin',
    'ContainerService/managedClusters/listClusterAdminCredential/action@target',
  ],
  [
    'azure-cluster-command',
    'Run a command in the cluster',
    'CAN_EXEC',
    'azure.aks.cluster',
    'admin',
    'ContainerService/managedClusters/runCommand/action@target',
  ],
  [
    'azure-federate',
    "Let a token of one's own stand for the identity",
    'CAN_REWRITE_TRUST',
    IDENTITY,
    'has',
    'ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write@user-assigned',
  ],
  [
    'azure-assign-to-machine',
    'Give the identity to a machine and run a command on it',
    'CAN_LAUNCH',
    IDENTITY,
    'has',
    'ManagedIdentity/userAssignedIdentities/assign/action@user-assigned Compute/virtualMachines/write@group Compute/virtualMachines/runCommand/action@group',
  ],
  [
    'azure-assign-to-container',
    'Start a container with the identity',
    'CAN_LAUNCH',
    IDENTITY,
    'has',
    'ManagedIdentity/userAssignedIdentities/assign/action@user-assigned ContainerInstance/containerGroups/write@group',
  ],
  [
    'azure-deployment-script',
    'Run a deployment script with the identity',
    'CAN_LAUNCH',
    IDENTITY,
    'has',
    'ManagedIdentity/userAssignedIdentities/assign/action@user-assigned Resources/deploymentScripts/write@group',
  ],
  [
    'azure-vault-policy',
    'Give oneself access to the vault',
    'CAN_GRANT_SELF',
    'azure.keyvault.vault',
    'read',
    'KeyVault/vaults/accessPolicies/write@target',
  ],
  [
    'azure-store-role',
    'Assign oneself a role on it',
    'CAN_GRANT_SELF',
    'azure.store',
    'read',
    'Authorization/roleAssignments/write@target',
  ],
  [
    'entra-assign-role',
    'Assign oneself every role of the directory',
    'CAN_GRANT_SELF',
    'entra.directory',
    'admin',
    'directory:roleAssignments/allProperties/allTasks@target',
  ],
  [
    'entra-graph-role',
    'Assign a role of the directory by the permission of the application',
    'CAN_GRANT_SELF',
    'entra.directory',
    'admin',
    'graph:RoleManagement.ReadWrite.Directory@target',
  ],
  [
    'entra-graph-grant',
    'Consent to every permission of Microsoft Graph for oneself',
    'CAN_GRANT_SELF',
    'entra.directory',
    'admin',
    'graph:AppRoleAssignment.ReadWrite.All@target',
  ],
  [
    'entra-app-credential',
    'Add a credential to the application',
    'CAN_CREATE_KEY',
    APP,
    'has',
    'directory:applications/credentials/update@directory',
  ],
  [
    'entra-graph-credential',
    'Add a credential to the application',
    'CAN_CREATE_KEY',
    APP,
    'has',
    'graph:Application.ReadWrite.All@directory',
  ],
  ['entra-password', 'Set the password of the user', 'CAN_SET_PASSWORD', 'entra.user', 'has', 'directory:users/password/update@directory'],
  ['entra-group', 'Join the group', 'CAN_GRANT_SELF', 'entra.group', 'has', 'directory:groups/members/update@directory'],
  ['entra-graph-group', 'Join the group', 'CAN_GRANT_SELF', 'entra.group', 'has', 'graph:GroupMember.ReadWrite.All@directory'],
  ['entra-graph-group-all', 'Join the group', 'CAN_GRANT_SELF', 'entra.group', 'has', 'graph:Group.ReadWrite.All@directory'],
];

const CONDITIONS: Readonly<Record<string, string>> = {
  'azure-login-admin': '{0} lets people of the directory sign in and is reachable',
  'entra-password': 'the password of {0} may be set by this role and no second factor stops the attacker',
  'entra-group': 'roles of the directory cannot be assigned to {0}',
  'entra-graph-group': 'roles of the directory cannot be assigned to {0}',
  'entra-graph-group-all': 'roles of the directory cannot be assigned to {0}',
};

function actionOf(text: string): string {
  if (text.startsWith('directory:')) return `microsoft.directory/${text.slice('directory:'.length)}`;
  return text.startsWith('graph:') ? text : `Microsoft.${text}`;
}

export const azureEscalations: readonly CloudEscalation[] = ROWS.map(([id, title, edge, over, gains, needs]) => ({
  ...{ id, title, edge, over, gains },
  needs: needs.split(' ').map((need): readonly [string, string] => {
    const at = need.lastIndexOf('@');
    return [actionOf(need.slice(0, at)), need.slice(at + 1)];
  }),
  ...(CONDITIONS[id] !== undefined && { condition: CONDITIONS[id] }),
}));
