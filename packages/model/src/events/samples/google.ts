import { samplesOf } from './sample.ts';

const TIME = Date.UTC(2026, 2, 1, 9, 15);
const BUILD = 'build@orders-prod.iam.gserviceaccount.com';
const entry = (
  protoPayload: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  insertId: 'i-1',
  logName: 'projects/orders-prod/logs/cloudaudit.googleapis.com%2Factivity',
  resource: { type: 'gcs_bucket', labels: { project_id: 'orders-prod', bucket_name: 'orders-bucket', location: 'asia-northeast1' } },
  timestamp: '2026-03-01T09:15:00.000123Z',
  severity: 'NOTICE',
  protoPayload: {
    '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
    authenticationInfo: { principalEmail: 'alice@example.com' },
    requestMetadata: { callerIp: '198.51.100.7', callerSuppliedUserAgent: 'gcloud' },
    serviceName: 'storage.googleapis.com',
    resourceName: 'projects/_/buckets/orders-bucket',
    status: {},
    ...protoPayload,
  },
  ...more,
});

export const cloudAudit = samplesOf('gcp.audit', [
  [
    'a person changes a policy',
    entry({ methodName: 'storage.setIamPermissions' }),
    {
      eventId: 'i-1',
      time: TIME,
      account: 'orders-prod',
      region: 'asia-northeast1',
      principal: 'alice@example.com',
      actorKind: 'user',
      sourceIp: '198.51.100.7',
      service: 'storage.googleapis.com',
      outcome: 'success',
      readOnly: false,
    },
    '6003/3',
  ],
  [
    'an object is read',
    entry({
      methodName: 'storage.objects.get',
      resourceName: 'projects/_/buckets/orders-bucket/objects/a.csv',
      authorizationInfo: [{ permission: 'storage.objects.get', granted: true, permissionType: 'DATA_READ' }],
    }),
    { readOnly: true, resource: 'projects/_/buckets/orders-bucket/objects/a.csv' },
    '6005/1',
  ],
  [
    'not permitted',
    entry({ methodName: 'storage.buckets.delete', status: { code: 7, message: 'denied' } }),
    { outcome: 'denied', error: 'PERMISSION_DENIED' },
    '6003/4',
  ],
  ['not there', entry({ methodName: 'storage.buckets.get', status: { code: 5 } }), { outcome: 'failure', error: 'NOT_FOUND' }, '6003/2'],
  [
    'a service account acts for a person',
    entry({
      methodName: 'google.iam.credentials.v1.GenerateAccessToken',
      authenticationInfo: {
        principalEmail: BUILD,
        serviceAccountKeyName: '//iam.googleapis.com/keys/1',
        serviceAccountDelegationInfo: [
          { firstPartyPrincipal: { principalEmail: 'alice@example.com' } },
          { principalSubject: 'serviceAccount:ci@example.com' },
        ],
      },
    }),
    {
      principal: BUILD,
      actorKind: 'workload',
      session: 'alice@example.com > serviceAccount:ci@example.com',
      credential: '//iam.googleapis.com/keys/1',
    },
    '6003/1',
  ],
  [
    'a federated identity',
    entry({
      methodName: 'storage.buckets.list',
      authenticationInfo: {
        principalSubject: 'principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/repo',
      },
    }),
    {
      actorKind: 'federated',
      principal: 'principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/repo',
    },
    '6003/2',
  ],
  [
    "an agent of Google's own",
    entry({
      methodName: 'v1.compute.instances.insert',
      authenticationInfo: { principalEmail: 'service-1@compute-system.iam.gserviceaccount.com' },
      requestMetadata: { callerIp: 'private' },
    }),
    { actorKind: 'service', sourceIp: null },
    '6003/1',
  ],
  [
    'a row of BigQuery',
    {
      insertId: 'i-2',
      logName: 'projects/orders-prod/logs/cloudaudit_googleapis_com_activity',
      timestamp: '2026-03-01 09:15:00.000123 UTC',
      protopayload_auditlog: {
        methodName: 'storage.buckets.update',
        serviceName: 'storage.googleapis.com',
        authenticationInfo: { principalEmail: 'alice@example.com' },
      },
    },
    { time: TIME, account: 'orders-prod', principal: 'alice@example.com', action: 'storage.buckets.update' },
    '6003/3',
  ],
  [
    'of an anonymous caller of a cluster',
    entry({
      methodName: 'io.k8s.core.v1.pods.list',
      serviceName: 'k8s.io',
      authenticationInfo: { principalEmail: 'system:anonymous' },
      status: { code: 7 },
    }),
    { actorKind: 'anonymous', outcome: 'denied' },
    '6003/2',
  ],
]);

const flow = {
  insertId: 'f-1',
  logName: 'projects/orders-prod/logs/compute.googleapis.com%2Fvpc_flows',
  timestamp: '2026-03-01T09:15:30Z',
  resource: { type: 'gce_subnetwork', labels: { project_id: 'orders-prod', location: 'asia-northeast1-a' } },
  jsonPayload: {
    reporter: 'SRC',
    bytes_sent: '8400',
    packets_sent: '10',
    start_time: '2026-03-01T09:15:00Z',
    end_time: '2026-03-01T09:15:05Z',
    connection: { src_ip: '10.0.0.5', src_port: 40000, dest_ip: '203.0.113.9', dest_port: 443, protocol: 6 },
    src_instance: { vm_name: 'web-1', region: 'asia-northeast1' },
  },
};

export const googleFlows = samplesOf('gcp.vpc-flow', [
  [
    'seen by the sender',
    flow,
    { time: TIME, account: 'orders-prod', sourceIp: '10.0.0.5', resource: '203.0.113.9:443', bytesOut: 8400, outcome: 'success' },
    '4001/6',
  ],
  ['seen by the receiver', { ...flow, jsonPayload: { ...flow.jsonPayload, reporter: 'DEST' } }, { bytesOut: null }, '4001/6'],
  [
    'version 6',
    {
      ...flow,
      jsonPayload: { ...flow.jsonPayload, connection: { src_ip: '2001:db8::1', dest_ip: '2001:db8::2', dest_port: 22, protocol: 6 } },
    },
    { sourceIp: '2001:db8::1', resource: '[2001:db8::2]:22' },
    '4001/6',
  ],
  [
    'without ports',
    { ...flow, jsonPayload: { ...flow.jsonPayload, connection: { src_ip: '10.0.0.5', dest_ip: '10.0.0.6', protocol: 1 } } },
    { resource: '10.0.0.6' },
    '4001/6',
  ],
  [
    'without a start the entry has the time',
    { ...flow, jsonPayload: { ...flow.jsonPayload, start_time: undefined } },
    { time: TIME + 30_000 },
    '4001/6',
  ],
  ['of a gateway', { ...flow, jsonPayload: { ...flow.jsonPayload, reporter: 'SRC_GATEWAY' } }, { bytesOut: 8400 }, '4001/6'],
]);

const event = {
  kind: 'admin#reports#activity',
  id: { time: '2026-03-01T09:15:00.000Z', uniqueQualifier: '-1', applicationName: 'admin', customerId: 'C01' },
  actor: { callerType: 'USER', email: 'alice@example.com', profileId: '1' },
  ipAddress: '198.51.100.7',
  events: [{ type: 'USER_SETTINGS', name: 'CHANGE_PASSWORD', parameters: [{ name: 'USER_EMAIL', value: 'bob@example.com' }] }],
};

export const workspace = samplesOf('google.workspace', [
  [
    'an administrator changes a password',
    event,
    {
      eventId: '-1',
      time: TIME,
      account: 'C01',
      principal: 'alice@example.com',
      actorKind: 'user',
      action: 'CHANGE_PASSWORD',
      resource: 'bob@example.com',
      service: 'admin',
      outcome: 'success',
    },
    '6003/3',
  ],
  [
    'a sign-in',
    { ...event, id: { ...event.id, applicationName: 'login' }, events: [{ type: 'login', name: 'login_success' }] },
    { action: 'login_success', outcome: 'success' },
    '3002/1',
  ],
  [
    'a sign-in that fails',
    { ...event, id: { ...event.id, applicationName: 'login' }, events: [{ type: 'login', name: 'login_failure' }] },
    { outcome: 'failure', error: 'login_failure' },
    '3002/1',
  ],
  [
    'a document is downloaded',
    {
      ...event,
      id: { ...event.id, applicationName: 'drive' },
      events: [{ type: 'access', name: 'download', parameters: [{ name: 'doc_id', value: 'd-1' }] }],
    },
    { readOnly: true, resource: 'd-1' },
    '6003/2',
  ],
  ['by an application', { ...event, actor: { callerType: 'APPLICATION', email: BUILD } }, { actorKind: 'workload' }, '6003/3'],
  ['by Google itself', { ...event, actor: { callerType: 'KEY', key: 'SYSTEM' } }, { actorKind: 'service', principal: 'SYSTEM' }, '6003/3'],
  [
    'flattened by a pipeline',
    {
      id: { applicationName: 'admin', customerId: 'C01', time: '2026-03-01 09:15:00.000' },
      actor: { email: 'alice@example.com' },
      type: 'USER_SETTINGS',
      name: 'DELETE_USER',
      parameters: { USER_EMAIL: 'bob@example.com' },
    },
    { time: TIME, action: 'DELETE_USER', resource: 'bob@example.com' },
    '6003/4',
  ],
]);

const origin = { account: '123456789012', region: null, name: 'orders' };
const pod = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'Metadata',
  auditID: 'a-1',
  stage: 'ResponseComplete',
  requestURI: '/api/v1/namespaces/orders/pods/web-0?x=1',
  verb: 'delete',
  user: { username: 'system:serviceaccount:orders:deployer', uid: 'u-1', groups: ['system:serviceaccounts'] },
  sourceIPs: ['198.51.100.7'],
  userAgent: 'kubectl/v1.33',
  objectRef: { resource: 'pods', namespace: 'orders', name: 'web-0', apiVersion: 'v1' },
  responseStatus: { code: 200 },
  requestReceivedTimestamp: '2026-03-01T09:15:00.000000Z',
  stageTimestamp: '2026-03-01T09:15:00.100000Z',
  annotations: { 'authorization.k8s.io/decision': 'allow' },
};

export const clusters = samplesOf('kubernetes.audit', [
  [
    'a service account deletes a pod',
    pod,
    {
      eventId: 'a-1',
      time: TIME,
      account: '123456789012',
      principal: 'system:serviceaccount:orders:deployer',
      actorKind: 'workload',
      sourceIp: '198.51.100.7',
      service: 'v1',
      action: 'delete pods',
      resource: 'namespaces/orders/pods/web-0',
      outcome: 'success',
      readOnly: false,
    },
    '6003/4',
    origin,
  ],
  [
    'a command in a container is no reading, though the verb is get',
    { ...pod, verb: 'get', objectRef: { ...pod.objectRef, subresource: 'exec' }, responseStatus: { code: 101 } },
    { action: 'get pods/exec', readOnly: false, outcome: 'success' },
    '6003/2',
  ],
  [
    'what authorization forbids is denied',
    { ...pod, annotations: { 'authorization.k8s.io/decision': 'forbid' }, responseStatus: { code: 403, reason: 'Forbidden' } },
    { outcome: 'denied', error: 'Forbidden' },
    '6003/4',
  ],
  [
    'who acts as another is who authenticated',
    { ...pod, user: { username: 'alice' }, impersonatedUser: { username: 'system:admin' } },
    { principal: 'alice', actorKind: 'user', session: 'as system:admin' },
    '6003/4',
  ],
  [
    'nobody in particular',
    { ...pod, verb: 'list', user: { username: 'system:anonymous', groups: ['system:unauthenticated'] }, responseStatus: { code: 401 } },
    { actorKind: 'anonymous', outcome: 'denied', readOnly: true },
    '6003/2',
  ],
  [
    'a role of AWS',
    {
      ...pod,
      user: {
        username: 'kubernetes-admin',
        extra: { accessKeyId: ['ASIAEXAMPLE'], sessionName: ['alice'], canonicalArn: ['arn:aws:iam::123456789012:role/admin'] },
      },
    },
    { principal: 'kubernetes-admin', session: 'alice', credential: 'ASIAEXAMPLE' },
    '6003/4',
  ],
  [
    'a path that is no resource',
    { ...pod, verb: 'get', objectRef: undefined, requestURI: '/healthz?verbose' },
    { action: 'get /healthz', resource: '/healthz', readOnly: true },
    '6003/2',
  ],
  [
    'asking whether one may changes nothing',
    {
      ...pod,
      verb: 'create',
      objectRef: { resource: 'selfsubjectaccessreviews', apiGroup: 'authorization.k8s.io', apiVersion: 'v1' },
      responseStatus: { code: 201 },
    },
    { readOnly: true, service: 'authorization.k8s.io/v1' },
    '6003/1',
  ],
  [
    'received is not answered',
    { ...pod, stage: 'RequestReceived', responseStatus: undefined, annotations: {} },
    { outcome: 'unknown' },
    '6003/4',
  ],
]);
