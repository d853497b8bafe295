/** The usual event of each log source: what tests of detections change a little. Fixture names only. */
import type { JsonObject, LogSource } from '@kumomori/model';

const TIME = '2026-11-20T09:00:00Z';
const ADDRESS = '203.0.113.10';
const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555';

/** Alice, an IAM user with a long-lived key, from an address of the internet. */
const cloudtrail: JsonObject = {
  eventVersion: '1.11',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAEXAMPLEALICE00001',
    arn: 'arn:aws:iam::123456789012:user/alice',
    accountId: '123456789012',
    accessKeyId: 'AKIAEXAMPLEALICE0001',
    userName: 'alice',
  },
  eventTime: TIME,
  eventSource: 'ec2.amazonaws.com',
  eventName: 'DescribeInstances',
  awsRegion: 'ap-northeast-1',
  sourceIPAddress: ADDRESS,
  userAgent: 'aws-cli/2.31.0',
  requestParameters: null,
  responseElements: null,
  requestID: '00000000-0000-4000-8000-000000000001',
  eventID: '00000000-0000-4000-8000-000000000002',
  readOnly: false,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
};

const activity: JsonObject = {
  time: TIME,
  resourceId: `/SUBSCRIPTIONS/${SUBSCRIPTION}/RESOURCEGROUPS/ORDERS/PROVIDERS/MICROSOFT.COMPUTE/VIRTUALMACHINES/WEB`,
  operationName: 'MICROSOFT.COMPUTE/VIRTUALMACHINES/READ',
  category: 'Administrative',
  resultType: 'Success',
  resultSignature: 'Succeeded.',
  callerIpAddress: ADDRESS,
  correlationId: '00000000-0000-4000-8000-000000000003',
  identity: {
    claims: {
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'alice@example.com',
      'http://schemas.microsoft.com/identity/claims/objectidentifier': '00000000-0000-4000-8000-000000000004',
    },
  },
  level: 'Information',
  location: 'global',
  properties: { statusCode: 'OK' },
};

const signin: JsonObject = {
  time: TIME,
  tenantId: '00000000-0000-4000-8000-000000000005',
  operationName: 'Sign-in activity',
  category: 'SignInLogs',
  resultType: '0',
  callerIpAddress: ADDRESS,
  correlationId: '00000000-0000-4000-8000-000000000006',
  identity: 'Alice',
  location: 'JP',
  properties: {
    id: '00000000-0000-4000-8000-000000000007',
    createdDateTime: TIME,
    userPrincipalName: 'alice@example.com',
    userId: '00000000-0000-4000-8000-000000000004',
    appDisplayName: 'Azure Portal',
    ipAddress: ADDRESS,
    clientAppUsed: 'Browser',
    conditionalAccessStatus: 'success',
    authenticationRequirement: 'multiFactorAuthentication',
    riskLevelDuringSignIn: 'none',
    status: { errorCode: 0 },
    deviceDetail: { operatingSystem: 'Windows', browser: 'Edge' },
    location: { city: 'Tokyo', countryOrRegion: 'JP' },
  },
};

const audit: JsonObject = {
  time: TIME,
  tenantId: '00000000-0000-4000-8000-000000000005',
  operationName: 'Update user',
  category: 'AuditLogs',
  resultType: '',
  correlationId: '00000000-0000-4000-8000-000000000008',
  properties: {
    id: 'Directory_00000000',
    category: 'UserManagement',
    activityDisplayName: 'Update user',
    activityDateTime: TIME,
    loggedByService: 'Core Directory',
    operationType: 'Update',
    result: 'success',
    initiatedBy: { user: { id: '00000000-0000-4000-8000-000000000004', userPrincipalName: 'alice@example.com', ipAddress: ADDRESS } },
    targetResources: [
      { id: '00000000-0000-4000-8000-000000000009', type: 'User', userPrincipalName: 'bob@example.com', modifiedProperties: [] },
    ],
  },
};

const gcp: JsonObject = {
  insertId: 'a1b2c3d4',
  logName: 'projects/orders-project/logs/cloudaudit.googleapis.com%2Factivity',
  severity: 'NOTICE',
  timestamp: TIME,
  receiveTimestamp: TIME,
  resource: { type: 'project', labels: { project_id: 'orders-project' } },
  protoPayload: {
    '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
    serviceName: 'compute.googleapis.com',
    methodName: 'v1.compute.instances.list',
    resourceName: 'projects/orders-project/zones/asia-northeast1-a/instances',
    authenticationInfo: { principalEmail: 'alice@example.com' },
    requestMetadata: { callerIp: ADDRESS, callerSuppliedUserAgent: 'google-cloud-sdk' },
    authorizationInfo: [],
    status: {},
  },
};

/** A machine of the project, told by the sender, to an address of the internet. */
const gcpFlow: JsonObject = {
  insertId: 'a1b2c3d5',
  logName: 'projects/orders-project/logs/compute.googleapis.com%2Fvpc_flows',
  timestamp: TIME,
  receiveTimestamp: TIME,
  resource: { type: 'gce_subnetwork', labels: { project_id: 'orders-project', location: 'asia-northeast1-a' } },
  jsonPayload: {
    reporter: 'SRC',
    connection: { src_ip: '10.0.1.10', src_port: 49152, dest_ip: ADDRESS, dest_port: 443, protocol: 6 },
    bytes_sent: '4000',
    packets_sent: '10',
    start_time: TIME,
    end_time: TIME,
    src_instance: { project_id: 'orders-project', vm_name: 'web', region: 'asia-northeast1', zone: 'asia-northeast1-a' },
  },
};

const kubernetes: JsonObject = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'RequestResponse',
  auditID: '00000000-0000-4000-8000-00000000000a',
  stage: 'ResponseComplete',
  requestURI: '/api/v1/namespaces/orders/pods',
  verb: 'get',
  user: { username: 'alice@example.com', groups: ['system:authenticated'] },
  sourceIPs: [ADDRESS],
  userAgent: 'kubectl/v1.34.0',
  objectRef: { resource: 'pods', namespace: 'orders', name: 'web', apiVersion: 'v1' },
  responseStatus: { code: 200 },
  requestReceivedTimestamp: '2026-11-20T09:00:00.000000Z',
  stageTimestamp: '2026-11-20T09:00:00.010000Z',
  annotations: { 'authorization.k8s.io/decision': 'allow' },
};

const github: JsonObject = {
  '@timestamp': Date.parse(TIME),
  _document_id: 'a1b2c3d4e5',
  action: 'repo.access',
  actor: 'alice',
  actor_ip: ADDRESS,
  actor_location: { country_code: 'JP' },
  business: 'example',
  org: 'example',
  repo: 'example/orders',
  created_at: Date.parse(TIME),
  operation_type: 'modify',
};

const okta: JsonObject = {
  uuid: '00000000-0000-4000-8000-00000000000b',
  published: '2026-11-20T09:00:00.000Z',
  eventType: 'user.session.start',
  version: '0',
  severity: 'INFO',
  displayMessage: 'User login to Okta',
  actor: { id: '00u1', type: 'User', alternateId: 'alice@example.com', displayName: 'Alice' },
  client: {
    ipAddress: ADDRESS,
    userAgent: { rawUserAgent: 'Mozilla/5.0', os: 'Windows', browser: 'CHROME' },
    geographicalContext: { country: 'Japan' },
  },
  outcome: { result: 'SUCCESS' },
  target: [],
  securityContext: { isProxy: false },
  debugContext: { debugData: {} },
  authenticationContext: { externalSessionId: 'session1' },
};

const vpcFlow: JsonObject = {
  version: '5',
  'account-id': '123456789012',
  'interface-id': 'eni-0123456789abcdef0',
  srcaddr: '10.0.1.10',
  dstaddr: ADDRESS,
  srcport: '49152',
  dstport: '443',
  protocol: '6',
  packets: '10',
  bytes: '4000',
  start: String(Date.parse(TIME) / 1000),
  end: String(Date.parse(TIME) / 1000 + 60),
  action: 'ACCEPT',
  'log-status': 'OK',
  'vpc-id': 'vpc-0123456789abcdef0',
  'flow-direction': 'egress',
};

const m365: JsonObject = {
  CreationTime: '2026-11-20T09:00:00',
  Id: '00000000-0000-4000-8000-00000000000c',
  Operation: 'UserLoggedIn',
  OrganizationId: '00000000-0000-4000-8000-000000000005',
  RecordType: 15,
  UserType: 0,
  UserKey: '10032001',
  UserId: 'alice@example.com',
  Workload: 'AzureActiveDirectory',
  ClientIP: ADDRESS,
  ResultStatus: 'Success',
};

const workspace: JsonObject = {
  kind: 'admin#reports#activity',
  id: { time: '2026-11-20T09:00:00.000Z', uniqueQualifier: '1', applicationName: 'admin', customerId: 'C0000' },
  actor: { callerType: 'USER', email: 'alice@example.com', profileId: '1' },
  ipAddress: ADDRESS,
  events: [{ type: 'USER_SETTINGS', name: 'CHANGE_PASSWORD', parameters: [] }],
};

/** A detection of Identity Protection, as diagnostic settings write it. */
const risk: JsonObject = {
  time: TIME,
  tenantId: '00000000-0000-4000-8000-000000000005',
  operationName: 'User Risk Detection',
  category: 'UserRiskEvents',
  resultSignature: 'None',
  callerIpAddress: ADDRESS,
  correlationId: '00000000-0000-4000-8000-00000000000d',
  identity: 'Alice',
  properties: {
    id: 'risk1',
    riskEventType: 'unfamiliarFeatures',
    riskType: 'unfamiliarFeatures',
    riskState: 'atRisk',
    riskLevel: 'low',
    riskDetail: 'none',
    source: 'IdentityProtection',
    detectionTimingType: 'realtime',
    activity: 'signin',
    ipAddress: ADDRESS,
    activityDateTime: TIME,
    detectedDateTime: TIME,
    userId: '00000000-0000-4000-8000-000000000004',
    userPrincipalName: 'alice@example.com',
    location: { city: 'Tokyo', countryOrRegion: 'JP' },
  },
};

/** Alice reads a secret of a key vault: resource logs. */
const diagnostic: JsonObject = {
  time: TIME,
  resourceId: `/SUBSCRIPTIONS/${SUBSCRIPTION}/RESOURCEGROUPS/ORDERS/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/ORDERS`,
  operationName: 'SecretGet',
  operationVersion: '7.4',
  category: 'AuditEvent',
  resultType: 'Success',
  resultSignature: 'OK',
  callerIpAddress: ADDRESS,
  correlationId: '00000000-0000-4000-8000-00000000000e',
  identity: {
    claim: {
      'http://schemas.microsoft.com/identity/claims/objectidentifier': '00000000-0000-4000-8000-000000000004',
      'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'alice@example.com',
      appid: '00000000-0000-4000-8000-00000000000f',
    },
  },
  properties: {
    id: 'https://orders.vault.azure.net/secrets/db-password',
    requestUri: 'https://orders.vault.azure.net/secrets/db-password',
    httpStatusCode: 200,
  },
};

const oneLogin: JsonObject = {
  uuid: '00000000-0000-4000-8000-000000000010',
  event_timestamp: '2026-11-20T09:00:00Z',
  event_type_id: 5,
  account_id: 1,
  user_id: 10,
  user_name: 'Alice',
  actor_user_id: 10,
  actor_user_name: 'Alice',
  ipaddr: ADDRESS,
};

/** A second factor that Alice approved. */
const duo: JsonObject = {
  isotimestamp: '2026-11-20T09:00:00+00:00',
  timestamp: Date.parse(TIME) / 1000,
  txid: '00000000-0000-4000-8000-000000000011',
  event_type: 'authentication',
  factor: 'duo_push',
  result: 'success',
  reason: 'user_approved',
  user: { key: 'DU1', name: 'alice@example.com' },
  access_device: { ip: ADDRESS },
  auth_device: { name: 'phone' },
  application: { key: 'DI1', name: 'VPN' },
};

/** By log source; null for sources that no rule is written for yet. */
export const USUAL_EVENTS: Partial<Readonly<Record<LogSource, JsonObject>>> = {
  'aws.cloudtrail': cloudtrail,
  'aws.vpc-flow': vpcFlow,
  'azure.activity': activity,
  'azure.signin': signin,
  'azure.audit': audit,
  'azure.risk': risk,
  'azure.diagnostic': diagnostic,
  'gcp.audit': gcp,
  'gcp.vpc-flow': gcpFlow,
  'google.workspace': workspace,
  'kubernetes.audit': kubernetes,
  'github.audit': github,
  'okta.system': okta,
  'm365.audit': m365,
  'onelogin.event': oneLogin,
  'duo.log': duo,
};
