/** Ways by roles of Azure: what runs, what stores, managed identities. */
import { NO_IDENTITY, NO_OWNER, OWN, SUBSCRIPTION, WHOLE, assign, block, byRole, customers, owns } from './parts.ts';
import type { AzureCase } from './types.ts';

const CUSTOMERS = 'azurerm_storage_account.customers';

/** Something that runs and owns the subscription by its own identity; alice comes to run in it. */
interface Running {
  readonly way: string;
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly edge: string;
  readonly type: string;
  readonly more?: string;
  readonly asks?: string;
  readonly spoiled?: AzureCase['closedBy'];
}

function running({ way, edge, type, more = '', spoiled = [], asks, actions = [], dataActions = [] }: Running): AzureCase {
  return byRole({
    ...{ way, actions, dataActions, estate: block(type, 'orders', `${more}\n  ${OWN}`) + owns(`${type}.orders`) },
    ...{ tells: `${edge} ${type}.orders, HAS_ADMIN admin`, ...(asks !== undefined && { asks }) },
    spoiled: [NO_IDENTITY, NO_OWNER, ...spoiled],
  });
}

const VM = 'Microsoft.Compute/virtualMachines';
const SET = 'Microsoft.Compute/virtualMachineScaleSets';
const AUTOMATION = 'Microsoft.Automation/automationAccounts';
const MACHINE = 'size = "Standard_B2s"';
const NO_AGENT: AzureCase['closedBy'][number] = ['no agent', [MACHINE, `${MACHINE}\n  provision_vm_agent = false`]];
const linux = { edge: 'CAN_EXEC', type: 'azurerm_linux_virtual_machine', more: MACHINE } as const;
const set = { edge: 'CAN_EXEC', type: 'azurerm_linux_virtual_machine_scale_set' } as const;
const NO_BASIC = 'webdeploy_publish_basic_authentication_enabled = false\n  ftp_publish_basic_authentication_enabled = false';

const machines: readonly AzureCase[] = [
  running({ ...linux, way: 'azure-run-command', actions: [`${VM}/runCommand/action`], spoiled: [NO_AGENT] }),
  running({ ...linux, way: 'azure-managed-command', actions: [`${VM}/runCommands/write`], spoiled: [NO_AGENT] }),
  running({
    ...{ ...linux, way: 'azure-extension', actions: [`${VM}/extensions/write`] },
    spoiled: [['extensions off', [MACHINE, `${MACHINE}\n  allow_extension_operations = false`]]],
  }),
  running({
    ...{ ...linux, way: 'azure-login-admin', dataActions: [`${VM}/loginAsAdmin/action`], asks: 'lets people of the directory sign in' },
  }),
  running({ ...set, way: 'azure-set-extension', actions: [`${SET}/extensions/write`] }),
  running({ ...set, way: 'azure-set-command', actions: [`${SET}/virtualMachines/runCommand/action`] }),
  running({
    ...{ way: 'azure-container-exec', edge: 'CAN_EXEC', type: 'azurerm_container_group', more: 'ip_address_type = "None"' },
    actions: ['Microsoft.ContainerInstance/containerGroups/containers/exec/action'],
  }),
];

const code: readonly AzureCase[] = [
  running({
    ...{ way: 'azure-site-publish', edge: 'CAN_UPDATE_CODE', type: 'azurerm_linux_web_app', more: 'https_only = true' },
    actions: ['Microsoft.Web/sites/publishxml/action'],
    spoiled: [['no publishing by password', ['https_only = true', NO_BASIC]]],
  }),
  running({
    ...{ way: 'azure-site-config', edge: 'CAN_UPDATE_CODE', type: 'azurerm_windows_web_app' },
    actions: ['Microsoft.Web/sites/config/write'],
  }),
  running({
    ...{ way: 'azure-function-key', edge: 'CAN_UPDATE_CODE', type: 'azurerm_linux_function_app', asks: 'does not run from a package' },
    actions: ['Microsoft.Web/sites/host/listkeys/action'],
    spoiled: [['no function app', ['azurerm_linux_function_app', 'azurerm_linux_web_app']]],
  }),
  running({
    ...{ way: 'azure-runbook', edge: 'CAN_UPDATE_CODE', type: 'azurerm_automation_account' },
    actions: [`${AUTOMATION}/runbooks/draft/content/write`, `${AUTOMATION}/runbooks/publish/action`, `${AUTOMATION}/jobs/write`],
  }),
  running({
    ...{ way: 'azure-runbook-test', edge: 'CAN_UPDATE_CODE', type: 'azurerm_automation_account' },
    actions: [`${AUTOMATION}/runbooks/draft/content/write`, `${AUTOMATION}/runbooks/draft/testJob/write`],
  }),
  running({
    ...{ way: 'azure-runbook-link', edge: 'CAN_UPDATE_CODE', type: 'azurerm_automation_account' },
    actions: [`${AUTOMATION}/runbooks/write`, `${AUTOMATION}/jobs/write`],
  }),
  running({
    ...{
      way: 'azure-logic-app',
      edge: 'CAN_UPDATE_CODE',
      type: 'azurerm_logic_app_workflow',
      actions: ['Microsoft.Logic/workflows/write'],
    },
  }),
  running({
    ...{ way: 'azure-data-factory', edge: 'CAN_UPDATE_CODE', type: 'azurerm_data_factory' },
    actions: ['Microsoft.DataFactory/factories/pipelines/write', 'Microsoft.DataFactory/factories/pipelines/createRun/action'],
  }),
  running({
    ...{
      way: 'azure-container-app',
      edge: 'CAN_UPDATE_CODE',
      type: 'azurerm_container_app',
      actions: ['Microsoft.App/containerApps/write'],
    },
  }),
];

/** Alice may give roles, but only ones that read. */
const ONLY_READERS = `condition_version = "2.0"
  condition         = "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}))"`;
const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';
const ONLY_HARMLESS: AzureCase['closedBy'][number] = [
  'a condition that leaves only Reader',
  ['azuread_user.alice.object_id', `azuread_user.alice.object_id\n  ${ONLY_READERS}`],
];

const roles: readonly AzureCase[] = [
  byRole({
    ...{ way: 'azure-assign-role', actions: [ASSIGN], on: WHOLE, estate: '', tells: 'CAN_GRANT_SELF admin' },
    spoiled: [
      [
        'only in one resource group',
        [`scope              = ${WHOLE}\n  role`, 'scope              = azurerm_resource_group.app.id\n  role'],
      ],
      ONLY_HARMLESS,
    ],
  }),
  byRole({
    ...{ way: 'azure-store-role', actions: [ASSIGN], estate: customers, tells: `CAN_GRANT_SELF ${CUSTOMERS}` },
    spoiled: [ONLY_HARMLESS, ['nothing worth reading', ['"personal"', '"public"']]],
  }),
  running({
    ...{
      way: 'azure-workload-role',
      edge: 'CAN_GRANT_SELF',
      type: 'azurerm_logic_app_workflow',
      actions: [ASSIGN],
      spoiled: [ONLY_HARMLESS],
    },
  }),
  byRole({
    ...{ way: 'azure-identity-role', actions: [ASSIGN] },
    ...{
      estate: identity(),
      tells: 'CAN_GRANT_SELF azurerm_user_assigned_identity.deploy, HAS_ADMIN admin',
      spoiled: [NO_OWNER, ONLY_HARMLESS],
    },
  }),
];

function identity(): string {
  const deploy = block('azurerm_user_assigned_identity', 'deploy');
  return deploy + assign('owner', 'Owner', { to: 'azurerm_user_assigned_identity.deploy.principal_id', on: WHOLE });
}

function byIdentity(way: string, edge: string, actions: readonly string[]): AzureCase {
  const tells = `${edge} azurerm_user_assigned_identity.deploy, HAS_ADMIN admin`;
  return byRole({ way, actions, estate: identity(), tells, spoiled: [NO_OWNER] });
}

const ASSIGN_IDENTITY = 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action';
const CONTAINERS = 'Microsoft.ContainerInstance/containerGroups/write';

const identities: readonly AzureCase[] = [
  byIdentity('azure-federate', 'CAN_REWRITE_TRUST', [
    'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  ]),
  byIdentity('azure-assign-to-machine', 'CAN_LAUNCH', [ASSIGN_IDENTITY, `${VM}/write`, `${VM}/runCommand/action`]),
  byIdentity('azure-assign-to-container', 'CAN_LAUNCH', [ASSIGN_IDENTITY, CONTAINERS]),
  deploymentScript(),
];

/** The service makes a container and a storage account by the same rights, so a container alone would do as well. */
function deploymentScript(): AzureCase {
  const own = ['Microsoft.Resources/deploymentScripts/write', 'Microsoft.Storage/storageAccounts/write'];
  const made = byIdentity('azure-deployment-script', 'CAN_LAUNCH', [ASSIGN_IDENTITY, CONTAINERS, ...own]);
  return { ...made, closedBy: made.closedBy.filter(([name]) => !own.some((action) => name.endsWith(action))) };
}

const NOT_WORTH: AzureCase['closedBy'][number] = ['nothing worth reading', ['"personal"', '"public"']];
const vault = block(
  'azurerm_key_vault',
  'customers',
  `tenant_id = "${SUBSCRIPTION}"
  sku_name  = "standard"
  tags      = { DataClass = "secret" }`,
);
const cosmos = block('azurerm_cosmosdb_account', 'customers', 'offer_type = "Standard"\n  tags = { DataClass = "personal" }');
const BY_ROLES: AzureCase['closedBy'][number] = [
  'the vault goes by roles',
  ['sku_name  = "standard"', 'sku_name  = "standard"\n  rbac_authorization_enabled = true'],
];
const NO_KEYS: AzureCase['closedBy'][number] = [
  'keys are refused',
  ['account_tier             = "Standard"', 'account_tier = "Standard"\n  shared_access_key_enabled = false'],
];
const NO_LOCAL: AzureCase['closedBy'][number] = ['keys are refused', ['offer_type = "Standard"', 'local_authentication_disabled = true']];

const stores: readonly AzureCase[] = [
  byRole({
    ...{ way: 'azure-vault-policy', actions: ['Microsoft.KeyVault/vaults/accessPolicies/write'], estate: vault },
    ...{ tells: 'CAN_GRANT_SELF azurerm_key_vault.customers', spoiled: [BY_ROLES] },
  }),
  byRole({
    ...{ way: 'azure-vault-write', actions: ['Microsoft.KeyVault/vaults/write'], estate: vault },
    ...{ tells: 'CAN_GRANT_SELF azurerm_key_vault.customers', spoiled: [BY_ROLES] },
  }),
  byRole({
    ...{ way: 'azure-storage-keys', actions: ['Microsoft.Storage/storageAccounts/listKeys/action'], estate: customers },
    ...{ tells: `CAN_CREATE_KEY ${CUSTOMERS}`, spoiled: [NO_KEYS, NOT_WORTH] },
  }),
  byRole({
    ...{ way: 'azure-storage-sas', actions: ['Microsoft.Storage/storageAccounts/listAccountSas/action'], estate: customers },
    ...{ tells: `CAN_CREATE_KEY ${CUSTOMERS}`, spoiled: [NO_KEYS, NOT_WORTH] },
  }),
  byRole({
    ...{ way: 'azure-cosmos-keys', actions: ['Microsoft.DocumentDB/databaseAccounts/listKeys/action'], estate: cosmos },
    ...{ tells: 'CAN_CREATE_KEY azurerm_cosmosdb_account.customers', spoiled: [NO_LOCAL, NOT_WORTH] },
  }),
  byRole({
    ...{ way: 'azure-cosmos-read-keys', actions: ['Microsoft.DocumentDB/databaseAccounts/readonlykeys/action'], estate: cosmos },
    ...{ tells: 'CAN_CREATE_KEY azurerm_cosmosdb_account.customers', spoiled: [NO_LOCAL, NOT_WORTH] },
  }),
];

const nodes = block('azurerm_user_assigned_identity', 'nodes');
const kubelet = nodes + assign('owner', 'Owner', { to: 'azurerm_user_assigned_identity.nodes.principal_id', on: WHOLE });
const CLUSTER = 'Microsoft.ContainerService/managedClusters';
const cluster = block(
  'azurerm_kubernetes_cluster',
  'orders',
  `dns_prefix = "orders"
  kubelet_identity {
    user_assigned_identity_id = azurerm_user_assigned_identity.nodes.id
  }`,
);

const clusters: readonly AzureCase[] = [
  byRole({
    ...{ way: 'azure-cluster-nodes', actions: [`${CLUSTER}/listClusterAdminCredential/action`], estate: kubelet + cluster },
    tells: 'CAN_EXEC azurerm_kubernetes_cluster.orders, RUNS_AS azurerm_user_assigned_identity.nodes, HAS_ADMIN admin',
    spoiled: [
      ['no local accounts', ['dns_prefix = "orders"', 'local_account_disabled = true']],
      ['the identity only reads', ['"Owner"', '"Reader"']],
    ],
  }),
];

const NAMESPACE = { 'orders.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: orders, namespace: shop }\n' };
const inCluster: readonly AzureCase[] = [
  {
    ...byRole({
      ...{ way: 'azure-cluster-admin', actions: [`${CLUSTER}/listClusterAdminCredential/action`], estate: cluster + nodes },
      ...{ tells: 'CAN_ASSUME admin', spoiled: [['no local accounts', ['dns_prefix = "orders"', 'local_account_disabled = true']]] },
    }),
    beside: NAMESPACE,
  },
  {
    ...byRole({
      ...{ way: 'azure-cluster-command', actions: [`${CLUSTER}/runCommand/action`], estate: cluster + nodes },
      ...{ tells: 'CAN_EXEC admin', spoiled: [['commands off', ['dns_prefix = "orders"', 'run_command_enabled = false']]] },
    }),
    beside: NAMESPACE,
  },
];

export const resourceCases: readonly AzureCase[] = [...roles, ...machines, ...code, ...identities, ...stores, ...clusters, ...inCluster];
