/** Ways in Azure in templates of Resource Manager: alice is the object id of somebody in the directory. */
import { SUBSCRIPTION } from './parts.ts';
import type { AzureCase, Closing } from './types.ts';

const ALICE = 'aaaaaaaa-bbbb-cccc-dddd-000000000001';
const OWNER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const OPERATOR = 'bbbbbbbb-cccc-dddd-eeee-000000000002';

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly [member: string]: unknown;
}

function template(...resources: readonly Resource[]): string {
  const all = resources.map((each) => ({ apiVersion: '2024-03-01', location: 'japaneast', ...each }));
  const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
  return JSON.stringify({ $schema, contentVersion: '1.0.0.0', resources: all }, null, 2);
}

const definition = (role: string): string => `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${role}`;

function rights(actions: readonly string[]): readonly Resource[] {
  const permissions = [{ actions, notActions: [], dataActions: [], notDataActions: [] }];
  return [
    { type: 'Microsoft.Authorization/roleDefinitions', name: OPERATOR, properties: { roleName: 'operator', permissions } },
    {
      ...{ type: 'Microsoft.Authorization/roleAssignments', name: 'cccccccc-0000-0000-0000-000000000003' },
      properties: { roleDefinitionId: definition(OPERATOR), principalId: ALICE, principalType: 'User' },
    },
  ];
}

/** The identity of a resource owns what the template is deployed to. */
function owns(type: string): Resource {
  const principalId = `[reference(resourceId('${type}', 'orders'), '2024-03-01', 'full').identity.principalId]`;
  const properties = { roleDefinitionId: definition(OWNER), principalId };
  return { type: 'Microsoft.Authorization/roleAssignments', name: 'cccccccc-0000-0000-0000-000000000004', properties };
}

const denial = (action: string): string =>
  JSON.stringify({
    ...{ type: 'Microsoft.Authorization/denyAssignments', apiVersion: '2022-04-01', name: 'dddddddd-0000-0000-0000-000000000005' },
    properties: {
      ...{ denyAssignmentName: 'kept', permissions: [{ actions: [action], notActions: [], dataActions: [], notDataActions: [] }] },
      principals: [{ id: ALICE, type: 'User' }],
    },
  });

function closings(actions: readonly string[]): readonly Closing[] {
  return actions.flatMap((action): readonly Closing[] => [
    [`without ${action}`, [`"${action}"`, `"${action.replace(/\/[^/]+$/, '/read')}"`]],
    [`not ${action}`, ['"notActions": []', `"notActions": ["${action}"]`]],
    [`a deny assignment of ${action}`, ['"resources": [', `"resources": [${denial(action)},`]],
    ['given to somebody else', [`"principalId": "${ALICE}"`, '"principalId": "aaaaaaaa-bbbb-cccc-dddd-000000000009"']],
  ]);
}

interface Running {
  readonly way: string;
  readonly edge: string;
  readonly type: string;
  readonly actions: readonly string[];
  readonly properties?: object;
  readonly spoiled?: readonly Closing[];
}

function running({ way, edge, type, actions, properties = {}, spoiled = [] }: Running): AzureCase {
  const thing: Resource = { type, name: 'orders', identity: { type: 'SystemAssigned' }, properties };
  return {
    ...{ way, from: ALICE, tells: `${edge} orders, HAS_ADMIN admin` },
    estate: { file: 'azuredeploy.json', text: template(thing, owns(type), ...rights(actions)) },
    closedBy: [...closings(actions), ['no identity', ['"SystemAssigned"', '"None"']], ['it only reads', [OWNER, READER]], ...spoiled],
  };
}

const COMPUTE = 'Microsoft.Compute/virtualMachines';
const AUTOMATION = 'Microsoft.Automation/automationAccounts';

export const templateCases: readonly AzureCase[] = [
  running({
    ...{ way: 'azure-run-command', edge: 'CAN_EXEC', type: COMPUTE, actions: [`${COMPUTE}/runCommand/action`] },
    properties: { osProfile: { linuxConfiguration: { provisionVMAgent: true } } },
    spoiled: [['no agent', ['"provisionVMAgent": true', '"provisionVMAgent": false']]],
  }),
  running({
    ...{ way: 'azure-extension', edge: 'CAN_EXEC', type: COMPUTE, actions: [`${COMPUTE}/extensions/write`] },
    properties: { osProfile: { allowExtensionOperations: true } },
    spoiled: [['extensions off', ['"allowExtensionOperations": true', '"allowExtensionOperations": false']]],
  }),
  running({
    ...{ way: 'azure-runbook', edge: 'CAN_UPDATE_CODE', type: AUTOMATION },
    actions: [`${AUTOMATION}/runbooks/draft/content/write`, `${AUTOMATION}/runbooks/publish/action`, `${AUTOMATION}/jobs/write`],
  }),
  running({
    ...{ way: 'azure-logic-app', edge: 'CAN_UPDATE_CODE', type: 'Microsoft.Logic/workflows', actions: ['Microsoft.Logic/workflows/write'] },
  }),
  stored({
    ...{ way: 'azure-storage-keys', edge: 'CAN_CREATE_KEY', type: 'Microsoft.Storage/storageAccounts' },
    ...{ action: 'Microsoft.Storage/storageAccounts/listKeys/action', properties: { allowSharedKeyAccess: true } },
    spoiled: ['keys are refused', ['"allowSharedKeyAccess": true', '"allowSharedKeyAccess": false']],
  }),
  stored({
    ...{ way: 'azure-vault-policy', edge: 'CAN_GRANT_SELF', type: 'Microsoft.KeyVault/vaults' },
    ...{ action: 'Microsoft.KeyVault/vaults/accessPolicies/write', properties: { enableRbacAuthorization: false } },
    spoiled: ['the vault goes by roles', ['"enableRbacAuthorization": false', '"enableRbacAuthorization": true']],
  }),
];

interface Stored extends Pick<Running, 'way' | 'edge' | 'type'> {
  readonly action: string;
  readonly properties: object;
  readonly spoiled: Closing;
}

function stored({ way, edge, type, action, properties, spoiled }: Stored): AzureCase {
  const thing: Resource = { type, name: 'orders', tags: { DataClass: 'personal' }, properties };
  return {
    ...{ way, from: ALICE, tells: `${edge} orders` },
    estate: { file: 'azuredeploy.json', text: template(thing, ...rights([action])) },
    closedBy: [...closings([action]), spoiled, ['nothing worth reading', ['"personal"', '"public"']]],
  };
}
