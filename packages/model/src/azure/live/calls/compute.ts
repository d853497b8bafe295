/** Machines, containers, applications and what they are called through. Source: Azure REST API reference, read 2026-11-22. */
import type { AzureCall } from '../call.ts';

const SITES = ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots'] as const;
const PROFILE = 'Microsoft.Cdn/profiles';
const APIM = 'Microsoft.ApiManagement/service';
const MACHINES = 'Microsoft.Compute/virtualMachines';
const SPRING = 'Microsoft.AppPlatform/Spring';

/** Values of variables of containers, which are where secrets end up. */
const VARIABLES = ['containers', 'initContainers'] as const;
/** The products that one type is: Front Door, and the classic network. */
const FRONT_DOOR = { path: 'sku.name', is: ['Standard_AzureFrontDoor', 'Premium_AzureFrontDoor'] } as const;
const CLASSIC = {
  path: 'sku.name',
  is: ['Standard_Microsoft', 'Standard_Verizon', 'Premium_Verizon', 'Custom_Verizon', 'Standard_Akamai'],
} as const;

const machines: readonly AzureCall[] = [
  {
    type: MACHINES,
    apiVersion: '2024-07-01',
    whenListed: true,
    redact: ['properties.osProfile.customData', 'properties.osProfile.adminPassword', 'properties.userData'],
  },
  {
    type: `${MACHINES}/extensions`,
    apiVersion: '2024-07-01',
    of: [MACHINES],
    redact: ['properties.settings.*', 'properties.protectedSettings.*'],
  },
  {
    type: 'Microsoft.Compute/virtualMachineScaleSets',
    apiVersion: '2024-07-01',
    whenListed: true,
    redact: [
      ...['osProfile.customData', 'osProfile.adminPassword', 'userData'].map((path) => `properties.virtualMachineProfile.${path}`),
      'properties.virtualMachineProfile.extensionProfile.extensions[].properties.settings.*',
      'properties.virtualMachineProfile.extensionProfile.extensions[].properties.protectedSettings.*',
    ],
  },
  { type: 'Microsoft.Compute/disks', apiVersion: '2024-03-02', whenListed: true },
  {
    type: 'Microsoft.Batch/batchAccounts',
    apiVersion: '2024-02-01',
    whenListed: true,
  },
  { type: 'Microsoft.ServiceFabric/clusters', apiVersion: '2021-06-01', whenListed: true },
];

const containers: readonly AzureCall[] = [
  {
    type: 'Microsoft.ContainerService/managedClusters',
    apiVersion: '2024-05-01',
    whenListed: true,
    redact: ['properties.servicePrincipalProfile.secret', 'properties.windowsProfile.adminPassword'],
  },
  // Only previews of the API say whether pulling is allowed to everybody.
  { type: 'Microsoft.ContainerRegistry/registries', apiVersion: '2023-11-01-preview', whenListed: true },
  { type: 'Microsoft.ContainerRegistry/registries/replications', apiVersion: '2023-07-01', of: ['Microsoft.ContainerRegistry/registries'] },
  { type: 'Microsoft.ContainerRegistry/registries/webhooks', apiVersion: '2023-07-01', of: ['Microsoft.ContainerRegistry/registries'] },
  {
    type: 'Microsoft.ContainerInstance/containerGroups',
    apiVersion: '2023-05-01',
    whenListed: true,
    redact: [
      ...VARIABLES.flatMap((list) => [
        `properties.${list}[].properties.environmentVariables[].value`,
        `properties.${list}[].properties.environmentVariables[].secureValue`,
      ]),
      'properties.imageRegistryCredentials[].password',
      'properties.volumes[].azureFile.storageAccountKey',
      'properties.volumes[].secret.*',
    ],
  },
  {
    type: 'Microsoft.App/containerApps',
    apiVersion: '2024-03-01',
    whenListed: true,
    redact: [...VARIABLES.map((list) => `properties.template.${list}[].env[].value`), 'properties.configuration.secrets[].value'],
  },
];

const web: readonly AzureCall[] = [
  {
    type: 'Microsoft.Web/sites',
    apiVersion: '2023-12-01',
    whenListed: true,
    redact: ['properties.siteConfig.appSettings[].value', 'properties.siteConfig.connectionStrings[].connectionString'],
  },
  {
    type: 'Microsoft.Web/sites/slots',
    apiVersion: '2023-12-01',
    of: ['Microsoft.Web/sites'],
    redact: ['properties.siteConfig.appSettings[].value', 'properties.siteConfig.connectionStrings[].connectionString'],
  },
  ...SITES.flatMap((site): readonly AzureCall[] => [
    ...['web', 'logs', 'authsettingsV2'].map((name): AzureCall => ({
      type: `${site}/config`,
      apiVersion: '2023-12-01',
      of: [site],
      path: `/config/${name}`,
      single: true,
      redact: [
        'properties.appSettings[].value',
        'properties.connectionStrings[].connectionString',
        'properties.azureStorageAccounts.*.accessKey',
        'properties.publishingPassword',
        'properties.machineKey.*',
        'properties.applicationLogs.azureBlobStorage.sasUrl',
        'properties.applicationLogs.azureTableStorage.sasUrl',
        'properties.httpLogs.azureBlobStorage.sasUrl',
      ],
    })),
    { type: `${site}/basicPublishingCredentialsPolicies`, apiVersion: '2023-12-01', of: [site] },
  ]),
  { type: 'Microsoft.Web/serverfarms', apiVersion: '2023-12-01', whenListed: true },
  { type: 'Microsoft.Web/hostingEnvironments', apiVersion: '2023-12-01', whenListed: true },
  { type: SPRING, apiVersion: '2023-12-01', whenListed: true },
  {
    type: `${SPRING}/apps`,
    apiVersion: '2023-12-01',
    of: [SPRING],
    redact: ['properties.addonConfigs.*'],
  },
  { type: `${SPRING}/apiPortals`, apiVersion: '2023-12-01', of: [SPRING], when: { path: 'sku.tier', is: ['Enterprise'] } },
  {
    type: 'Microsoft.Logic/workflows',
    apiVersion: '2019-05-01',
    whenListed: true,
    redact: ['properties.definition', 'properties.parameters.*.value'],
  },
];

const edge: readonly AzureCall[] = [
  { type: APIM, apiVersion: '2022-08-01', whenListed: true, redact: ['properties.hostnameConfigurations[].certificatePassword'] },
  { type: `${APIM}/apis`, apiVersion: '2022-08-01', of: [APIM] },
  {
    type: `${APIM}/backends`,
    apiVersion: '2022-08-01',
    of: [APIM],
    redact: ['properties.credentials.*', 'properties.proxy.password'],
  },
  { type: PROFILE, apiVersion: '2024-02-01', whenListed: true },
  { type: `${PROFILE}/securityPolicies`, apiVersion: '2024-02-01', of: [PROFILE], when: FRONT_DOOR },
  { type: `${PROFILE}/customDomains`, apiVersion: '2024-02-01', of: [PROFILE], when: FRONT_DOOR },
  { type: `${PROFILE}/originGroups`, apiVersion: '2024-02-01', of: [PROFILE], when: FRONT_DOOR },
  { type: `${PROFILE}/originGroups/origins`, apiVersion: '2024-02-01', of: [`${PROFILE}/originGroups`] },
  { type: `${PROFILE}/afdEndpoints`, apiVersion: '2024-02-01', of: [PROFILE], when: FRONT_DOOR },
  { type: `${PROFILE}/afdEndpoints/routes`, apiVersion: '2024-02-01', of: [`${PROFILE}/afdEndpoints`] },
  { type: `${PROFILE}/endpoints`, apiVersion: '2024-02-01', of: [PROFILE], when: CLASSIC },
  { type: `${PROFILE}/endpoints/customDomains`, apiVersion: '2024-02-01', of: [`${PROFILE}/endpoints`] },
];

export const compute: readonly AzureCall[] = [...machines, ...containers, ...web, ...edge];
