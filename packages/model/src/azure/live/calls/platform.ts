/** The subscription itself, and what extends any resource. Source: Azure REST API reference, read 2026-11-22. */
import type { AzureCall } from '../call.ts';

/** Settings of these are read: checks ask for their logs. */
const LOGGED = [
  'Microsoft.KeyVault/vaults',
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.Web/sites',
  'Microsoft.Web/sites/slots',
] as const;
const SETTINGS = { type: 'Microsoft.Insights/diagnosticSettings', apiVersion: '2021-05-01-preview' } as const;
const BELOW = '/providers/Microsoft.Insights/diagnosticSettings';

export const subscriptionCall: AzureCall = {
  type: 'Microsoft.Resources/subscriptions',
  apiVersion: '2022-12-01',
  path: '',
  single: true,
};

/** Every resource that is deployed to a resource group, without its properties. */
export const everythingCall: AzureCall = {
  type: 'Microsoft.Resources/resources',
  apiVersion: '2021-04-01',
  path: '/resources',
  permission: 'Microsoft.Resources/subscriptions/resources/read',
};

export const platform: readonly AzureCall[] = [
  subscriptionCall,
  everythingCall,
  {
    type: 'Microsoft.Resources/resourceGroups',
    apiVersion: '2021-04-01',
    path: '/resourcegroups',
    permission: 'Microsoft.Resources/subscriptions/resourceGroups/read',
  },
  { type: 'Microsoft.Authorization/locks', apiVersion: '2020-05-01' },
  { type: 'Microsoft.Authorization/roleAssignments', apiVersion: '2022-04-01' },
  { type: 'Microsoft.Authorization/roleDefinitions', apiVersion: '2022-04-01', query: { $filter: "type eq 'CustomRole'" } },
  { type: 'Microsoft.Authorization/policyAssignments', apiVersion: '2023-04-01', query: { $filter: 'atScope()' } },
  { ...SETTINGS, permission: 'Microsoft.Insights/diagnosticSettings/read' },
  { ...SETTINGS, of: LOGGED, path: BELOW },
  { ...SETTINGS, of: ['Microsoft.Storage/storageAccounts'], path: `/blobServices/default${BELOW}` },
  { ...SETTINGS, of: ['Microsoft.Storage/storageAccounts'], path: `/queueServices/default${BELOW}` },
  { type: 'Microsoft.Insights/logprofiles', apiVersion: '2016-03-01' },
  { type: 'Microsoft.Insights/activityLogAlerts', apiVersion: '2020-10-01' },
  {
    type: 'Microsoft.Insights/components',
    apiVersion: '2020-02-02',
    whenListed: true,
    redact: ['properties.InstrumentationKey', 'properties.ConnectionString'],
  },
  { type: 'Microsoft.OperationalInsights/workspaces', apiVersion: '2022-10-01', whenListed: true },
  {
    type: 'Microsoft.SecurityInsights/alertRules',
    apiVersion: '2024-03-01',
    of: ['Microsoft.OperationalInsights/workspaces'],
    path: '/providers/Microsoft.SecurityInsights/alertRules',
    // What a workspace answers that Sentinel was never added to.
    absent: ['BadRequest', 'WorkspaceNotOnboarded', 'NotOnboarded'],
  },
  { type: 'Microsoft.Security/pricings', apiVersion: '2024-01-01' },
  { type: 'Microsoft.Security/securityContacts', apiVersion: '2023-12-01-preview', none: { name: 'default' } },
  { type: 'Microsoft.Security/settings', apiVersion: '2022-05-01' },
  {
    type: 'Microsoft.Security/assessments',
    apiVersion: '2021-06-01',
    // System updates should be installed: by Azure Update Manager, and before it.
    keep: { path: 'name', is: ['e1145ab1-eb4f-43d8-911b-36ddf771d13f', '4ab6e3c5-74dd-8b35-9ab9-f61b30875b27'] },
  },
  {
    type: 'Microsoft.Security/locations/jitNetworkAccessPolicies',
    apiVersion: '2020-01-01',
    path: '/providers/Microsoft.Security/jitNetworkAccessPolicies',
  },
  { type: 'Microsoft.ManagedIdentity/userAssignedIdentities', apiVersion: '2023-01-31', whenListed: true },
  {
    type: 'Microsoft.Automation/automationAccounts',
    apiVersion: '2023-11-01',
    whenListed: true,
  },
  {
    type: 'Microsoft.Automation/automationAccounts/variables',
    apiVersion: '2023-11-01',
    of: ['Microsoft.Automation/automationAccounts'],
    redact: ['properties.value'],
  },
  { type: 'Microsoft.RecoveryServices/vaults', apiVersion: '2024-04-01', whenListed: true },
  {
    type: 'Microsoft.RecoveryServices/vaults/backupPolicies',
    apiVersion: '2024-04-01',
    of: ['Microsoft.RecoveryServices/vaults'],
  },
  {
    type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
    apiVersion: '2024-04-01',
    of: ['Microsoft.RecoveryServices/vaults'],
    path: '/backupProtectedItems',
    permission: 'Microsoft.RecoveryServices/vaults/backupProtectedItems/read',
  },
  { type: 'Microsoft.DataProtection/backupVaults', apiVersion: '2024-04-01', whenListed: true },
  { type: 'Microsoft.Purview/accounts', apiVersion: '2021-12-01', whenListed: true },
];
