/** Storage, databases and analytics. Source: Azure REST API reference, read 2026-11-22. */
import type { AzureCall } from '../call.ts';

const STORAGE = 'Microsoft.Storage/storageAccounts';
const SQL = 'Microsoft.Sql/servers';
const DATABASE = 'Microsoft.Sql/servers/databases';
const POSTGRES = 'Microsoft.DBforPostgreSQL';
const MYSQL = 'Microsoft.DBforMySQL';
const SYNAPSE = 'Microsoft.Synapse/workspaces';
const POOL = 'Microsoft.Synapse/workspaces/sqlPools';

const child = (parent: string, name: string, apiVersion: string, more: Partial<AzureCall> = {}): AzureCall => ({
  type: `${parent}/${name}`,
  apiVersion,
  of: [parent],
  ...more,
});

/** The one child that there always is. */
const only = (parent: string, name: string, which: string, apiVersion: string): AzureCall =>
  child(parent, name, apiVersion, { path: `/${name}/${which}`, single: true });

/** Databases answer with these too where the server's hold for all of them; only those that are on say something of their own. */
const ON = { path: 'properties.state', is: ['Enabled'] } as const;

const storage: readonly AzureCall[] = [
  {
    type: STORAGE,
    apiVersion: '2023-05-01',
    whenListed: true,
    // Accounts from before the defaults changed (2023) say nothing, and allow both.
    unset: { 'properties.allowBlobPublicAccess': true, 'properties.allowCrossTenantReplication': true },
  },
  child(STORAGE, 'blobServices', '2023-05-01'),
  child(STORAGE, 'fileServices', '2023-05-01'),
  only(STORAGE, 'managementPolicies', 'default', '2023-05-01'),
  {
    type: `${STORAGE}/blobServices/containers`,
    apiVersion: '2023-05-01',
    of: [STORAGE],
    path: '/blobServices/default/containers',
  },
  {
    type: `${STORAGE}/blobServices/containers/immutabilityPolicies`,
    apiVersion: '2023-05-01',
    of: [`${STORAGE}/blobServices/containers`],
    path: '/immutabilityPolicies/default',
    single: true,
    when: { path: 'properties.hasImmutabilityPolicy', is: ['true'] },
  },
  { type: 'Microsoft.StorageSync/storageSyncServices', apiVersion: '2022-06-01', whenListed: true },
  { type: 'Microsoft.DataLakeStore/accounts', apiVersion: '2016-11-01', whenListed: true },
  { type: 'Microsoft.DataLakeStore/accounts', apiVersion: '2016-11-01', of: ['Microsoft.DataLakeStore/accounts'], detail: true },
];

const sql: readonly AzureCall[] = [
  { type: SQL, apiVersion: '2021-11-01', whenListed: true },
  only(SQL, 'auditingSettings', 'default', '2021-11-01'),
  only(SQL, 'extendedAuditingSettings', 'default', '2021-11-01'),
  child(SQL, 'securityAlertPolicies', '2021-11-01'),
  child(SQL, 'administrators', '2021-11-01'),
  child(SQL, 'azureADOnlyAuthentications', '2021-11-01'),
  child(SQL, 'encryptionProtector', '2021-11-01'),
  child(SQL, 'firewallRules', '2021-11-01'),
  child(SQL, 'vulnerabilityAssessments', '2021-11-01'),
  child(SQL, 'databases', '2021-11-01'),
  only(DATABASE, 'transparentDataEncryption', 'current', '2021-11-01'),
  { ...only(DATABASE, 'extendedAuditingSettings', 'default', '2021-11-01'), keep: ON },
  { ...child(DATABASE, 'securityAlertPolicies', '2021-11-01'), keep: ON },
  { type: 'Microsoft.Sql/managedInstances', apiVersion: '2021-11-01', whenListed: true },
];

const open: readonly AzureCall[] = [
  { type: `${POSTGRES}/flexibleServers`, apiVersion: '2024-08-01', whenListed: true },
  child(`${POSTGRES}/flexibleServers`, 'configurations', '2024-08-01'),
  child(`${POSTGRES}/flexibleServers`, 'firewallRules', '2024-08-01'),
  { type: `${POSTGRES}/servers`, apiVersion: '2017-12-01', whenListed: true },
  child(`${POSTGRES}/servers`, 'configurations', '2017-12-01'),
  child(`${POSTGRES}/servers`, 'firewallRules', '2017-12-01'),
  child(`${POSTGRES}/servers`, 'administrators', '2017-12-01'),
  child(`${POSTGRES}/servers`, 'keys', '2020-01-01'),
  child(`${POSTGRES}/servers`, 'securityAlertPolicies', '2017-12-01'),
  { type: `${MYSQL}/flexibleServers`, apiVersion: '2023-12-30', whenListed: true },
  child(`${MYSQL}/flexibleServers`, 'configurations', '2023-12-30'),
  child(`${MYSQL}/flexibleServers`, 'firewallRules', '2023-12-30'),
  { type: `${MYSQL}/servers`, apiVersion: '2017-12-01', whenListed: true },
  child(`${MYSQL}/servers`, 'configurations', '2017-12-01'),
  child(`${MYSQL}/servers`, 'firewallRules', '2017-12-01'),
  child(`${MYSQL}/servers`, 'keys', '2020-01-01'),
  child(`${MYSQL}/servers`, 'securityAlertPolicies', '2017-12-01'),
  { type: 'Microsoft.DBforMariaDB/servers', apiVersion: '2018-06-01', whenListed: true },
  child('Microsoft.DBforMariaDB/servers', 'firewallRules', '2018-06-01'),
  { type: 'Microsoft.DocumentDB/databaseAccounts', apiVersion: '2024-05-15', whenListed: true },
  {
    type: 'Microsoft.Cache/redis',
    apiVersion: '2024-03-01',
    whenListed: true,
    redact: ['rdb-storage-connection-string', 'aof-storage-connection-string-0', 'aof-storage-connection-string-1'].map(
      (name) => `properties.redisConfiguration.${name}`,
    ),
  },
];

const analytics: readonly AzureCall[] = [
  { type: SYNAPSE, apiVersion: '2021-06-01', whenListed: true },
  only(SYNAPSE, 'auditingSettings', 'default', '2021-06-01'),
  only(SYNAPSE, 'extendedAuditingSettings', 'default', '2021-06-01'),
  child(SYNAPSE, 'firewallRules', '2021-06-01'),
  child(SYNAPSE, 'vulnerabilityAssessments', '2021-06-01'),
  child(SYNAPSE, 'bigDataPools', '2021-06-01'),
  child(SYNAPSE, 'sqlPools', '2021-06-01'),
  only(POOL, 'transparentDataEncryption', 'current', '2021-06-01'),
  only(POOL, 'extendedAuditingSettings', 'default', '2021-06-01'),
  only(POOL, 'securityAlertPolicies', 'default', '2021-06-01'),
  only(POOL, 'vulnerabilityAssessments', 'default', '2021-06-01'),
  { type: 'Microsoft.Databricks/workspaces', apiVersion: '2024-05-01', whenListed: true },
  {
    type: 'Microsoft.DataFactory/factories',
    apiVersion: '2018-06-01',
    whenListed: true,
    redact: ['properties.globalParameters.*.value', 'properties.encryption.identity.*'],
  },
  child('Microsoft.DataFactory/factories', 'linkedservices', '2018-06-01', {
    redact: ['properties.typeProperties.*', 'properties.parameters.*.defaultValue'],
  }),
  { type: 'Microsoft.Kusto/clusters', apiVersion: '2023-08-15', whenListed: true },
  { type: 'Microsoft.MachineLearningServices/workspaces', apiVersion: '2024-04-01', whenListed: true },
  child('Microsoft.MachineLearningServices/workspaces', 'computes', '2024-04-01', {
    redact: ['properties.properties.userAccountCredentials.*', 'properties.properties.setupScripts.scripts.*'],
  }),
  child('Microsoft.MachineLearningServices/workspaces', 'outboundRules', '2024-04-01'),
  {
    type: 'Microsoft.CognitiveServices/accounts',
    apiVersion: '2023-05-01',
    whenListed: true,
    redact: ['properties.apiProperties.*'],
  },
  { type: 'Microsoft.Search/searchServices', apiVersion: '2023-11-01', whenListed: true },
];

export const data: readonly AzureCall[] = [...storage, ...sql, ...open, ...analytics];
