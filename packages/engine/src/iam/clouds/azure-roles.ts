/**
 * Built-in roles of Azure and Entra, as far as they matter for escalation and data; our own selection: reads that give nothing away are left
 * out. Actions without provider begin with `Microsoft.`; `!` takes out.
 *
 * Sources. Compared on 2026-11-22 with the Azure documentation in MicrosoftDocs/azure-docs (articles/role-based-access-control/built-in-roles:
 * privileged.md, identity.md, storage.md, security.md): Owner, Contributor, User Access Administrator, Role Based Access Control Administrator,
 * Reservations Administrator (of which only what can be used outside of reservations stands here); Managed Identity Contributor, Operator;
 * Storage Account Contributor, Key Operator, Blob Data Owner, Contributor, Reader, Delegator, Reader and Data Access, Backup Contributor; Key
 * Vault Administrator, Contributor, Reader, Secrets Officer and User, Crypto Officer, User and Service Encryption User, Certificates Officer,
 * Data Access Administrator. All others, and the roles and permissions of Entra and Microsoft Graph, are general knowledge, to be confirmed.
 */
import type { AzureRole, EntraRole } from '../azure/index.ts';

type Row = readonly [guid: string, name: string, actions: string, dataActions?: string];

const NO_ACCESS =
  '!Authorization/*/Delete !Authorization/*/Write !Authorization/elevateAccess/Action !Blueprint/blueprintAssignments/write !Blueprint/blueprintAssignments/delete !Compute/galleries/share/action !Resources/deploymentStacks/manageDenySetting/action !Subscription/cancel/action !Subscription/enable/action';
const BLOBS = 'Storage/storageAccounts/blobServices/containers/blobs';
const SHARES = 'Storage/storageAccounts/fileServices/fileshares/files';

const ROWS: readonly Row[] = [
  ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', '*'],
  ['b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', `* ${NO_ACCESS}`],
  ['acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', '*/read'],
  ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', '*/read Authorization/*'],
  [
    'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    'Role Based Access Control Administrator',
    '*/read Authorization/roleAssignments/write Authorization/roleAssignments/delete',
  ],
  [
    'a8889054-8d42-49c9-bc1c-52486c10e7cd',
    'Reservations Administrator',
    'Capacity/*/read Capacity/*/action Authorization/roleAssignments/read',
  ],
  [
    '9980e02c-c2be-4d73-94e8-173b1dc7cf3c',
    'Virtual Machine Contributor',
    'Compute/availabilitySets/* Compute/locations/* Compute/virtualMachines/* Compute/virtualMachineScaleSets/* Compute/disks/write Compute/disks/read Compute/disks/delete DevTestLab/schedules/* Network/networkInterfaces/* Network/publicIPAddresses/read Resources/deployments/* Storage/storageAccounts/listKeys/action',
  ],
  [
    '1c0163c0-47e6-4577-8991-ea5c82e286e4',
    'Virtual Machine Administrator Login',
    'Compute/virtualMachines/*/read',
    'Compute/virtualMachines/login/action Compute/virtualMachines/loginAsAdmin/action',
  ],
  [
    'fb879df8-f326-4884-b1cf-06f3ad86be52',
    'Virtual Machine User Login',
    'Compute/virtualMachines/*/read',
    'Compute/virtualMachines/login/action',
  ],
  ['d73bb868-a0df-4d4d-bd69-98a00b01fccb', 'Classic Virtual Machine Contributor', 'ClassicCompute/*'],
  ['3e5e47e6-65f7-47ef-90b5-e5dd4d455f24', 'Disk Backup Reader', 'Compute/disks/read Compute/disks/beginGetAccess/action'],
  [
    '7efff54f-a5b4-42b5-a1c5-5411624893ce',
    'Disk Snapshot Contributor',
    'Resources/subscriptions/resourceGroups/read Compute/snapshots/write Compute/snapshots/read Compute/snapshots/delete Compute/snapshots/beginGetAccess/action Compute/snapshots/endGetAccess/action Compute/disks/beginGetAccess/action',
  ],
  [
    '17d1049b-9a84-46fb-8f53-869881c3d3ab',
    'Storage Account Contributor',
    'Storage/storageAccounts/* Resources/deployments/* Network/virtualNetworks/subnets/joinViaServiceEndpoint/action',
  ],
  [
    '81a9662b-bebf-436f-a333-f67b29880f12',
    'Storage Account Key Operator Service Role',
    'Storage/storageAccounts/listkeys/action Storage/storageAccounts/regeneratekey/action',
  ],
  [
    'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
    'Storage Blob Data Owner',
    'Storage/storageAccounts/blobServices/containers/* Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    `${BLOBS}/*`,
  ],
  [
    'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
    'Storage Blob Data Contributor',
    'Storage/storageAccounts/blobServices/containers/delete Storage/storageAccounts/blobServices/containers/read Storage/storageAccounts/blobServices/containers/write Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    `${BLOBS}/delete ${BLOBS}/read ${BLOBS}/write ${BLOBS}/move/action ${BLOBS}/add/action`,
  ],
  [
    '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
    'Storage Blob Data Reader',
    'Storage/storageAccounts/blobServices/containers/read Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    `${BLOBS}/read`,
  ],
  [
    'db58b8e5-c6ad-4a2a-8342-4190687cbf4a',
    'Storage Blob Delegator',
    'Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
  ],
  ['69566ab7-960f-475b-8e7c-b3118f30c6bd', 'Storage File Data Privileged Contributor', '', `${SHARES}/*`],
  [
    '0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb',
    'Storage File Data SMB Share Contributor',
    '',
    `${SHARES}/read ${SHARES}/write ${SHARES}/delete`,
  ],
  ['aba4ae5f-2193-4029-9191-0cb91df5e314', 'Storage File Data SMB Share Reader', '', `${SHARES}/read`],
  [
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
    'Storage Queue Data Contributor',
    'Storage/storageAccounts/queueServices/queues/*',
    'Storage/storageAccounts/queueServices/queues/messages/*',
  ],
  ['19e7f393-937e-4f77-808e-94535e297925', 'Storage Queue Data Reader', '', 'Storage/storageAccounts/queueServices/queues/messages/read'],
  ['0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', 'Storage Table Data Contributor', '', 'Storage/storageAccounts/tableServices/tables/entities/*'],
  ['76199698-9eea-4c19-bc75-cec21354c6b6', 'Storage Table Data Reader', '', 'Storage/storageAccounts/tableServices/tables/entities/read'],
  [
    'c12c1c16-33a1-487b-954d-41c89c60f349',
    'Reader and Data Access',
    'Storage/storageAccounts/listKeys/action Storage/storageAccounts/ListAccountSas/action Storage/storageAccounts/read',
  ],
  [
    'f25e0fa2-a7c8-4377-a976-54943a77a395',
    'Key Vault Contributor',
    'KeyVault/* !KeyVault/locations/deletedVaults/purge/action !KeyVault/hsmPools/* !KeyVault/managedHsms/*',
  ],
  ['00482a5a-887f-4fb3-b363-3b7fe8e74483', 'Key Vault Administrator', 'KeyVault/*/read', 'KeyVault/vaults/*'],
  [
    '4633458b-17de-408a-b874-0445c86b69e6',
    'Key Vault Secrets User',
    '',
    'KeyVault/vaults/secrets/getSecret/action KeyVault/vaults/secrets/readMetadata/action',
  ],
  ['b86a8fe4-44ce-4948-aee5-eccb2c155cd7', 'Key Vault Secrets Officer', 'KeyVault/*/read', 'KeyVault/vaults/secrets/*'],
  ['14b46e9e-c2b7-41b4-b07b-48a6ebf60603', 'Key Vault Crypto Officer', 'KeyVault/*/read', 'KeyVault/vaults/keys/*'],
  [
    '12338af0-0e69-4776-bea7-57ae8d297424',
    'Key Vault Crypto User',
    '',
    'KeyVault/vaults/keys/read KeyVault/vaults/keys/decrypt/action KeyVault/vaults/keys/encrypt/action KeyVault/vaults/keys/sign/action KeyVault/vaults/keys/verify/action KeyVault/vaults/keys/wrap/action KeyVault/vaults/keys/unwrap/action KeyVault/vaults/keys/backup/action',
  ],
  [
    'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    'Key Vault Crypto Service Encryption User',
    '',
    'KeyVault/vaults/keys/read KeyVault/vaults/keys/wrap/action KeyVault/vaults/keys/unwrap/action',
  ],
  [
    'a4417e6f-fecd-4de8-b567-7b0420556985',
    'Key Vault Certificates Officer',
    'KeyVault/*/read',
    'KeyVault/vaults/certificatecas/* KeyVault/vaults/certificates/*',
  ],
  [
    '21090545-7ca7-4776-b22c-e363652d74d2',
    'Key Vault Reader',
    'KeyVault/*/read',
    'KeyVault/vaults/*/read KeyVault/vaults/secrets/readMetadata/action',
  ],
  [
    '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    'Key Vault Data Access Administrator',
    'Authorization/roleAssignments/write Authorization/roleAssignments/delete',
  ],
  [
    'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
    'Key Vault Certificate User',
    '',
    'KeyVault/vaults/certificates/read KeyVault/vaults/secrets/getSecret/action KeyVault/vaults/secrets/readMetadata/action KeyVault/vaults/keys/read',
  ],
  [
    'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59',
    'Managed Identity Contributor',
    'ManagedIdentity/userAssignedIdentities/read ManagedIdentity/userAssignedIdentities/write ManagedIdentity/userAssignedIdentities/delete ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/*',
  ],
  [
    'f1a07417-d97a-45cb-824c-7a7467783830',
    'Managed Identity Operator',
    'ManagedIdentity/userAssignedIdentities/*/read ManagedIdentity/userAssignedIdentities/*/assign/action',
  ],
  [
    'de139f84-1756-47ae-9be6-808fbbe84772',
    'Website Contributor',
    'Web/certificates/* Web/serverFarms/read Web/sites/* Resources/deployments/*',
  ],
  ['2cc479cb-7b4d-49a8-b449-8c00fd0f0a4b', 'Web Plan Contributor', 'Web/serverFarms/*'],
  [
    'f353d9bd-d4a6-484e-a77a-8050b599b867',
    'Automation Contributor',
    'Automation/automationAccounts/* Insights/diagnosticSettings/* Resources/deployments/*',
  ],
  [
    'd3881f73-407a-4167-8283-e981cbba0404',
    'Automation Operator',
    'Automation/automationAccounts/jobs/read Automation/automationAccounts/jobs/resume/action Automation/automationAccounts/jobs/stop/action Automation/automationAccounts/jobs/write Automation/automationAccounts/read',
  ],
  [
    '4fe576fe-1146-4730-92eb-48519fa6bf9f',
    'Automation Job Operator',
    'Automation/automationAccounts/jobs/read Automation/automationAccounts/jobs/write',
  ],
  [
    '87a39d53-fc1b-424a-814c-f7e04687dc9e',
    'Logic App Contributor',
    'Logic/* Web/connections/* Web/serverFarms/join/action Resources/deployments/* Storage/storageAccounts/listkeys/action',
  ],
  [
    '673868aa-7521-48a0-acc6-0f60742d39f5',
    'Data Factory Contributor',
    'DataFactory/dataFactories/* DataFactory/factories/* Resources/deployments/*',
  ],
  [
    '6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437',
    'SQL Server Contributor',
    'Sql/servers/* Sql/locations/*/read Resources/deployments/* !Sql/servers/azureADOnlyAuthentications/* !Sql/servers/securityAlertPolicies/* !Sql/servers/vulnerabilityAssessments/*',
  ],
  ['9b7fa17d-e63e-47b0-bb0a-15c516ac86ec', 'SQL DB Contributor', 'Sql/servers/databases/* Sql/servers/read Resources/deployments/*'],
  [
    '056cd41c-7e88-42e1-933e-88ba6a50c9c3',
    'SQL Security Manager',
    'Sql/servers/administrators/* Sql/servers/auditingSettings/* Sql/servers/azureADOnlyAuthentications/* Sql/servers/databases/securityMetrics/*',
  ],
  ['5bd9cd88-fe45-4216-938b-f97437e15450', 'DocumentDB Account Contributor', 'DocumentDb/databaseAccounts/*'],
  [
    '230815da-be43-4aae-9cb4-875f7bd000aa',
    'Cosmos DB Operator',
    'DocumentDb/databaseAccounts/* !DocumentDB/databaseAccounts/readonlyKeys/* !DocumentDB/databaseAccounts/regenerateKey/* !DocumentDB/databaseAccounts/listKeys/* !DocumentDB/databaseAccounts/listConnectionStrings/*',
  ],
  [
    'fbdf93bf-df7d-467e-a4d2-9458aa1360c8',
    'Cosmos DB Account Reader Role',
    'DocumentDB/*/read DocumentDB/databaseAccounts/readonlykeys/action',
  ],
  ['7f951dda-4ed3-4680-a7ca-43fe172d538d', 'AcrPull', 'ContainerRegistry/registries/pull/read'],
  ['8311e382-0749-4cb8-b61a-304f252e45ec', 'AcrPush', 'ContainerRegistry/registries/pull/read ContainerRegistry/registries/push/write'],
  ['c2f4ef07-c644-48eb-af81-4b1b4947fb11', 'AcrDelete', 'ContainerRegistry/registries/artifacts/delete'],
  [
    '0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8',
    'Azure Kubernetes Service Cluster Admin Role',
    'ContainerService/managedClusters/listClusterAdminCredential/action ContainerService/managedClusters/accessProfiles/listCredential/action ContainerService/managedClusters/runcommand/action',
  ],
  [
    '4abbcc35-e782-43d8-92c5-2d3f1bd2253f',
    'Azure Kubernetes Service Cluster User Role',
    'ContainerService/managedClusters/listClusterUserCredential/action',
  ],
  [
    'ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8',
    'Azure Kubernetes Service Contributor Role',
    'ContainerService/locations/* ContainerService/managedClusters/* Resources/deployments/*',
  ],
  [
    'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b',
    'Azure Kubernetes Service RBAC Cluster Admin',
    'ContainerService/managedClusters/listClusterUserCredential/action',
    'ContainerService/managedClusters/*',
  ],
  [
    '3498e952-d568-435e-9b2c-8d77e338d7f7',
    'Azure Kubernetes Service RBAC Admin',
    'ContainerService/managedClusters/listClusterUserCredential/action',
    'ContainerService/managedClusters/* !ContainerService/managedClusters/*/write',
  ],
  ['090c5cfd-751d-490a-894a-3ce6f1109419', 'Azure Service Bus Data Owner', 'ServiceBus/*', 'ServiceBus/*'],
  ['4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0', 'Azure Service Bus Data Receiver', '', 'ServiceBus/*/receive/action'],
  ['69a216fc-b8fb-44d8-bc22-1f3c2cd27a39', 'Azure Service Bus Data Sender', '', 'ServiceBus/*/send/action'],
  ['f526a384-b230-433a-b45c-95f59c4a2dec', 'Azure Event Hubs Data Owner', 'EventHub/*', 'EventHub/*'],
  ['a638d3c7-ab3a-418d-83e6-5f17a39d4fde', 'Azure Event Hubs Data Receiver', '', 'EventHub/*/receive/action'],
  ['2b629674-e913-4c01-ae53-ef4638d8f975', 'Azure Event Hubs Data Sender', '', 'EventHub/*/send/action'],
  [
    '5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b',
    'App Configuration Data Owner',
    '',
    'AppConfiguration/configurationStores/*/read AppConfiguration/configurationStores/*/write AppConfiguration/configurationStores/*/delete',
  ],
  ['516239f1-63e1-4d78-a4de-a74fb236a071', 'App Configuration Data Reader', '', 'AppConfiguration/configurationStores/*/read'],
  [
    '5e467623-bb1f-42f4-a55d-6e525e11384b',
    'Backup Contributor',
    'RecoveryServices/Vaults/write RecoveryServices/Vaults/backupFabrics/protectionContainers/* RecoveryServices/Vaults/backupFabrics/backupProtectionIntent/* RecoveryServices/Vaults/backupJobs/* RecoveryServices/Vaults/backupPolicies/* RecoveryServices/Vaults/backupProtectableItems/* RecoveryServices/Vaults/backupProtectedItems/* RecoveryServices/Vaults/backupProtectionContainers/* RecoveryServices/Vaults/backupSecurityPIN/* RecoveryServices/Vaults/certificates/* RecoveryServices/Vaults/registeredIdentities/* RecoveryServices/Vaults/backupstorageconfig/* RecoveryServices/Vaults/backupconfig/* RecoveryServices/Vaults/backupResourceGuardProxies/* RecoveryServices/locations/* Resources/deployments/* DataProtection/backupVaults/write DataProtection/backupVaults/backupInstances/write DataProtection/backupVaults/backupInstances/delete DataProtection/backupVaults/backupInstances/restore/action DataProtection/backupVaults/backupPolicies/write DataProtection/backupVaults/backupPolicies/delete DataProtection/backupVaults/backupResourceGuardProxies/*',
  ],
  [
    '00c29273-979b-4161-815c-10b084fb9324',
    'Backup Operator',
    'RecoveryServices/Vaults/backupFabrics/* RecoveryServices/Vaults/backupJobs/*',
  ],
  [
    '92aaf0da-9dab-42b6-94a3-d43ce8d16293',
    'Log Analytics Contributor',
    '*/read Automation/automationAccounts/* ClassicCompute/virtualMachines/extensions/* Compute/virtualMachines/extensions/* HybridCompute/machines/extensions/write Insights/diagnosticSettings/* OperationalInsights/* OperationsManagement/* Resources/deployments/* Storage/storageAccounts/listKeys/action',
  ],
  [
    '73c42c96-874c-492b-b04d-ab87d138a893',
    'Log Analytics Reader',
    '*/read OperationalInsights/workspaces/analytics/query/action OperationalInsights/workspaces/search/action',
  ],
  ['749f88d5-cbae-40b8-bcfc-e573ddc772fa', 'Monitoring Contributor', '*/read Insights/* OperationalInsights/workspaces/write'],
  ['43d0d8ad-25c7-4714-9337-8ba259a9fe05', 'Monitoring Reader', '*/read'],
  ['3913510d-42f4-4e42-8a64-420c390055eb', 'Monitoring Metrics Publisher', '', 'Insights/Metrics/Write Insights/Telemetry/Write'],
  [
    'fb1c8493-542b-48eb-b624-b4c8fea62acd',
    'Security Admin',
    '*/read Authorization/policyAssignments/* Authorization/policyDefinitions/* Authorization/policyExemptions/* Security/*',
  ],
  ['39bc4728-0917-49c7-9d2c-d95423bc2eb4', 'Security Reader', '*/read'],
  [
    '36243c78-bf99-498c-9df9-86d9f8d28608',
    'Resource Policy Contributor',
    '*/read Authorization/policyassignments/* Authorization/policydefinitions/* Authorization/policyexemptions/* Authorization/policysetdefinitions/* PolicyInsights/*',
  ],
  ['4d97b98b-1d4f-4787-a291-c67834d212e7', 'Network Contributor', 'Network/* Resources/deployments/*'],
  ['b12aa53e-6015-4669-85d0-8515ebb3ae7f', 'Private DNS Zone Contributor', 'Network/privateDnsZones/*'],
  ['befefa01-2a29-4197-83a8-272ff33ce314', 'DNS Zone Contributor', 'Network/dnsZones/*'],
  ['312a565d-c81f-4fd8-895a-4e21e48d571c', 'API Management Service Contributor', 'ApiManagement/service/*'],
  ['5d58bcaf-24a5-4b20-bdb6-eed9f69fbe4c', 'Management Group Contributor', 'Management/managementGroups/*'],
  [
    '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
    'Cognitive Services OpenAI User',
    'CognitiveServices/*/read',
    'CognitiveServices/accounts/OpenAI/*',
  ],
  [
    'a97b65f3-24c7-4388-baec-2e87135dc908',
    'Cognitive Services User',
    'CognitiveServices/*/read CognitiveServices/accounts/listkeys/action',
    'CognitiveServices/*',
  ],
  ['25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68', 'Cognitive Services Contributor', 'CognitiveServices/*'],
];

function actionsOf(text: string): readonly string[] {
  const all = text.split(' ').filter((each) => each !== '' && !each.startsWith('!'));
  return all.map((each) => (each.startsWith('*') ? each : `Microsoft.${each}`));
}

function withoutOf(text: string): readonly string[] {
  return text.split(' ').flatMap((each) => (each.startsWith('!') ? [`Microsoft.${each.slice(1)}`] : []));
}

export const builtInAzureRoles: readonly AzureRole[] = ROWS.map(([id, name, actions, dataActions = '']) => ({
  id,
  name,
  permissions: [
    {
      ...{ actions: actionsOf(actions), notActions: withoutOf(actions) },
      ...{ dataActions: actionsOf(dataActions), notDataActions: withoutOf(dataActions) },
    },
  ],
}));

const APPLICATIONS =
  'applications/* servicePrincipals/credentials/update servicePrincipals/owners/update servicePrincipals/appRoleAssignedTo/update';
const PASSWORDS = 'users/password/update users/invalidateAllRefreshTokens';

const DIRECTORY: readonly Row[] = [
  ['62e90394-69f5-4237-9190-012177145e10', 'Global Administrator', '*'],
  [
    'e8611ab8-c189-46e8-94e1-60213ab1f814',
    'Privileged Role Administrator',
    'roleAssignments/* roleDefinitions/* servicePrincipals/appRoleAssignedTo/update groups.assignableToRoles/*',
  ],
  [
    '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    'Privileged Authentication Administrator',
    `${PASSWORDS} users/authenticationMethods/* users.privileged/password/update`,
  ],
  ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'Application Administrator', APPLICATIONS],
  ['158c047a-c907-4556-b7ef-446551a6b5f7', 'Cloud Application Administrator', APPLICATIONS],
  ['cf1c38e5-3621-4004-a7cb-879624dced7c', 'Application Developer', 'applications/createAsOwner'],
  [
    'fe930be7-5e62-47db-91af-98c3a49a38b1',
    'User Administrator',
    `${PASSWORDS} users/create groups/create groups/members/update groups/owners/update`,
  ],
  ['c4e39bd9-1100-46d3-8c65-fb160da0071f', 'Authentication Administrator', `${PASSWORDS} users/authenticationMethods/*`],
  ['729827e3-9c14-49f7-bb1b-9608f156bbb8', 'Helpdesk Administrator', PASSWORDS],
  ['966707d0-3269-4727-9be2-8c3a10f19b9d', 'Password Administrator', 'users/password/update'],
  ['fdd7a751-b60b-444a-984c-02652fe8fa1c', 'Groups Administrator', 'groups/*'],
  ['45d8d3c5-c802-45c6-b32a-1d70b5e1e86e', 'Identity Governance Administrator', 'entitlementManagement/* accessReviews/*'],
  [
    '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
    'Hybrid Identity Administrator',
    'applications/* servicePrincipals/* domains/federation/update cloudProvisioning/* users/password/update',
  ],
  ['3a2c62db-5318-420d-8d74-23affee5d9d5', 'Intune Administrator', 'devices/* groups/create groups/members/update'],
  ['9360feb5-f418-4baa-8175-e2a00bac4301', 'Directory Writers', 'groups/create groups/members/update users/create'],
  ['d29b2b05-8046-44ba-8758-1e26182fcf32', 'Directory Synchronization Accounts', 'applications/* servicePrincipals/*'],
  ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'Directory Readers', 'users/standard/read'],
  ['f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'Global Reader', 'users/standard/read'],
  ['194ae4cb-b126-40b2-bd5b-6091b380977d', 'Security Administrator', 'policies/* conditionalAccessPolicies/*'],
  ['5d6b6bb7-de71-4623-b4af-96380a352509', 'Security Reader', 'users/standard/read'],
  ['b1be1c3e-b65d-4f19-8427-f6fa0d97feb9', 'Conditional Access Administrator', 'conditionalAccessPolicies/*'],
  ['29232cdf-9323-42fd-ade2-1d097af3e4de', 'Exchange Administrator', 'groups.unified/*'],
  ['f28a1f50-f6e7-4571-818b-6a12f2af6b6c', 'SharePoint Administrator', 'groups.unified/*'],
];

export const builtInEntraRoles: readonly EntraRole[] = DIRECTORY.map(([id, name, actions]) => ({
  ...{ id, name },
  actions: actions.split(' ').map((each) => `microsoft.directory/${each}`),
}));

/** Application permissions of Microsoft Graph that raise rights, by id. */
export const graphPermissions: ReadonlyMap<string, string> = new Map([
  ['9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8', 'RoleManagement.ReadWrite.Directory'],
  ['06b708a9-e830-4db3-a914-8e69da51d44f', 'AppRoleAssignment.ReadWrite.All'],
  ['1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9', 'Application.ReadWrite.All'],
  ['18a4783c-866b-4cc7-a460-3d5e5662c884', 'Application.ReadWrite.OwnedBy'],
  ['19dbc75e-c2e2-444c-a770-ec69d8559fc7', 'Directory.ReadWrite.All'],
  ['62a82d76-70ea-41e2-9197-370581804d09', 'Group.ReadWrite.All'],
  ['dbaae8cf-10b5-4b86-a4a1-f871c94c6695', 'GroupMember.ReadWrite.All'],
  ['741f803b-c850-494e-b5df-cde7c675a1ca', 'User.ReadWrite.All'],
]);

/** Roles of vaults that its Data Access Administrator gives. */
const VAULT_ROLES = [
  ...['00482a5a-887f-4fb3-b363-3b7fe8e74483', 'a4417e6f-fecd-4de8-b567-7b0420556985', '14b46e9e-c2b7-41b4-b07b-48a6ebf60603'],
  ...['e147488a-f6f5-4113-8e2d-b22465e65bf6', '12338af0-0e69-4776-bea7-57ae8d297424', '21090545-7ca7-4776-b22c-e363652d74d2'],
  ...['b86a8fe4-44ce-4948-aee5-eccb2c155cd7', '4633458b-17de-408a-b874-0445c86b69e6'],
].join(', ');

/** Conditions that belong to the role itself and hold for every assignment of it, by its id. Source: as above, security.md. */
export const roleConditions: ReadonlyMap<string, string> = new Map([
  [
    '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${VAULT_ROLES}}))`,
  ],
]);
