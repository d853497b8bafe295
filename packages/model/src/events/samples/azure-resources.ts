import { samplesOf } from './sample.ts';

const TIME = Date.UTC(2026, 2, 1, 9, 15);
const UPN = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn';
const OBJECT = 'http://schemas.microsoft.com/identity/claims/objectidentifier';
const VAULT = '/subscriptions/0b1f6471-1bf0-4dda-aec3-111111111111/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders';
const SUBSCRIPTION = '0b1f6471-1bf0-4dda-aec3-111111111111';
const OID = '2f4a9838-26b7-47ee-be60-222222222222';

const tuple = {
  time: '2026-03-01T09:16:00Z',
  category: 'NetworkSecurityGroupFlowEvent',
  resourceId:
    '/SUBSCRIPTIONS/0B1F6471-1BF0-4DDA-AEC3-111111111111/RESOURCEGROUPS/ORDERS/PROVIDERS/MICROSOFT.NETWORK/NETWORKSECURITYGROUPS/ORDERS',
  rule: 'DefaultRule_AllowInternetOutBound',
  mac: '000D3AF87856',
  flowTuple: 'x',
  timeStamp: 1772356500,
  sourceIp: '10.0.0.5',
  destinationIp: '203.0.113.9',
  sourcePort: 40000,
  destinationPort: 443,
  protocol: 'T',
  flowDirection: 'O',
  flowDecision: 'A',
  flowState: 'C',
  bytesSourceToDestination: 8400,
  bytesDestinationToSource: 900,
};

export const azureFlows = samplesOf('azure.flow', [
  [
    'out and allowed',
    tuple,
    { time: TIME, account: SUBSCRIPTION, sourceIp: '10.0.0.5', resource: '203.0.113.9:443', outcome: 'success', bytesOut: 8400 },
    '4001/6',
  ],
  ['in is not out', { ...tuple, flowDirection: 'I' }, { bytesOut: null }, '4001/6'],
  ['denied', { ...tuple, flowDecision: 'D' }, { outcome: 'denied', action: 'Deny' }, '4001/5'],
  ['begun', { ...tuple, flowState: 'B', bytesSourceToDestination: undefined }, { bytesOut: null, outcome: 'success' }, '4001/1'],
  [
    'of a virtual network, in milliseconds',
    {
      flowLogGUID: 'g',
      category: 'FlowLogFlowEvent',
      targetResourceID: VAULT,
      timeStamp: 1772356500000,
      sourceIp: '10.0.0.5',
      destinationIp: '192.0.2.9',
      destinationPort: 22,
      protocol: '6',
      flowDirection: 'O',
      flowState: 'D',
      flowEncryption: 'NX',
    },
    { time: TIME, outcome: 'denied' },
    '4001/5',
  ],
  ['ended', { ...tuple, flowState: 'E' }, { outcome: 'success' }, '4001/2'],
  [
    'a row of traffic analytics',
    {
      TimeGenerated: '2026-03-01T09:20:00Z',
      FlowStartTime: '2026-03-01T09:15:00Z',
      SrcIp: '10.0.0.5',
      DestIp: '203.0.113.9',
      DestPort: 443,
      L4Protocol: 'T',
      FlowDirection: 'Outbound',
      FlowStatus: 'Allowed',
      BytesSrcToDest: 10,
    },
    { time: TIME, bytesOut: 10, outcome: 'success' },
    '4001/6',
  ],
]);

const vault = {
  time: '2026-03-01T09:15:00Z',
  resourceId: VAULT.toUpperCase(),
  operationName: 'SecretGet',
  category: 'AuditEvent',
  resultType: 'Success',
  callerIpAddress: '198.51.100.7',
  correlationId: 'c-1',
  identity: { claim: { [UPN]: 'alice@example.com', [OBJECT]: OID, appid: 'app-1' } },
  properties: { httpStatusCode: 200, requestUri: 'https://orders.vault.azure.net/secrets/db', clientInfo: 'azsdk' },
};
const blob = {
  time: '2026-03-01T09:15:00Z',
  resourceId:
    '/subscriptions/0b1f6471-1bf0-4dda-aec3-111111111111/resourceGroups/orders/providers/Microsoft.Storage/storageAccounts/orders/blobServices/default',
  operationName: 'GetBlob',
  category: 'StorageRead',
  statusCode: 200,
  statusText: 'Success',
  callerIpAddress: '198.51.100.7:4000',
  uri: 'https://orders.blob.core.windows.net/a/b.csv',
  identity: { type: 'OAuth', requester: { objectId: OID, upn: 'alice@example.com', appId: 'app-1' } },
  properties: { accountName: 'orders', responseBodySize: 4096, userAgentHeader: 'azcopy' },
};

export const diagnostics = samplesOf('azure.diagnostic', [
  [
    'a secret is read',
    vault,
    {
      time: TIME,
      account: SUBSCRIPTION,
      principal: 'alice@example.com',
      actorKind: 'user',
      resource: 'https://orders.vault.azure.net/secrets/db',
      outcome: 'success',
      action: 'SecretGet',
    },
    '6003/2',
  ],
  [
    'a secret is refused',
    { ...vault, properties: { ...vault.properties, httpStatusCode: 403 } },
    { outcome: 'denied', error: '403' },
    '6003/2',
  ],
  [
    'a vault is used by an application',
    { ...vault, identity: { claim: { oid: OID, appid: 'app-1' } } },
    { principal: OID, actorKind: 'workload', credential: 'app-1' },
    '6003/2',
  ],
  [
    'a blob is read',
    blob,
    { principal: 'alice@example.com', sourceIp: '198.51.100.7', bytesOut: 4096, outcome: 'success', service: 'Microsoft.Storage' },
    '6005/1',
  ],
  ['a blob is read by anybody', { ...blob, identity: { type: 'Anonymous' } }, { principal: null, actorKind: 'anonymous' }, '6005/1'],
  [
    'a blob is deleted with the account key',
    { ...blob, operationName: 'DeleteBlob', category: 'StorageDelete', statusCode: 202, identity: { type: 'AccountKey' } },
    { principal: null, credential: 'AccountKey', outcome: 'success' },
    '6005/7',
  ],
  [
    'any other resource',
    { time: '2026-03-01T09:15:00Z', resourceId: VAULT, operationName: 'Log', category: 'Engine', properties: { a: 1 } },
    { outcome: 'unknown', principal: null },
    '6003/99',
  ],
]);
