/** Each shipped hunt runs over a small lake and finds what was planted for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadHunts } from '@kumomori/content';
import { inFolder, runInFolder, trailObject, trailRecord } from '../testing/index.ts';

type Members = Readonly<Record<string, unknown>>;

let count = 0;
const call = (service: string, eventName: string, requestParameters: unknown = null, more: Members = {}): Members =>
  trailRecord((count += 1), { eventSource: `${service}.amazonaws.com`, eventName, requestParameters, readOnly: false, ...more });
const many = (times: number, record: (index: number) => Members): readonly Members[] =>
  Array.from({ length: times }, (_, index) => record(index));
const identity = (more: Members): Members => ({
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/bob', accountId: '123456789012', ...more },
});
const instance = {
  type: 'AssumedRole',
  arn: 'arn:aws:sts::123456789012:assumed-role/orders-web/i-0123456789abcdef0',
  accessKeyId: 'ASIAEXAMPLEWEB000001',
};

/** By hunt: what is planted, and a text of the row that must be found. */
const planted: Readonly<Record<string, { readonly records: readonly Members[]; readonly finds: string }>> = {
  'aws-trail-changed': { records: [call('cloudtrail', 'StopLogging', { name: 'orders-trail' })], finds: 'orders-trail' },
  'aws-guardduty-changed': { records: [call('guardduty', 'DeleteDetector', { detectorId: 'orders-detector' })], finds: 'orders-detector' },
  'aws-config-stopped': {
    records: [call('config', 'StopConfigurationRecorder', { configurationRecorderName: 'orders-recorder' })],
    finds: 'orders-recorder',
  },
  'aws-flow-logs-deleted': { records: [call('ec2', 'DeleteFlowLogs', { flowLogId: 'fl-0123' })], finds: 'fl-0123' },
  'aws-log-group-deleted': { records: [call('logs', 'DeleteLogGroup', { logGroupName: 'orders-log' })], finds: 'orders-log' },
  'aws-dns-logging-deleted': { records: [call('route53resolver', 'DeleteResolverQueryLogConfig', { id: 'rqlc-1' })], finds: 'rqlc-1' },
  'aws-user-created': { records: [call('iam', 'CreateUser', { userName: 'orders-backdoor' })], finds: 'orders-backdoor' },
  'aws-admin-attached': {
    records: [call('iam', 'AttachUserPolicy', { userName: 'carol', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' })],
    finds: 'carol',
  },
  'aws-role-trust-changed': { records: [call('iam', 'UpdateAssumeRolePolicy', { roleName: 'orders-role' })], finds: 'orders-role' },
  'aws-inline-policy-written': { records: [call('iam', 'PutRolePolicy', { policyName: 'orders-inline' })], finds: 'orders-inline' },
  'aws-mfa-removed': { records: [call('iam', 'DeactivateMFADevice', { userName: 'dave' })], finds: 'dave' },
  'aws-identity-provider-added': {
    records: [call('iam', 'CreateOpenIDConnectProvider', { url: 'https://idp.example.com' })],
    finds: 'idp.example.com',
  },
  'aws-bucket-policy-changed': { records: [call('s3', 'PutBucketPolicy', { bucketName: 'orders-bucket' })], finds: 'orders-bucket' },
  'aws-bucket-protection-weakened': {
    records: [call('s3', 'PutBucketVersioning', { bucketName: 'orders-archive' })],
    finds: 'orders-archive',
  },
  'aws-snapshot-shared': { records: [call('ec2', 'ModifySnapshotAttribute', { snapshotId: 'snap-0123' })], finds: 'snap-0123' },
  'aws-snapshots-deleted': {
    records: [call('rds', 'DeleteDBSnapshot', { dBSnapshotIdentifier: 'orders-snapshot' })],
    finds: 'orders-snapshot',
  },
  'aws-kms-key-disabled': { records: [call('kms', 'ScheduleKeyDeletion', { keyId: 'orders-key' })], finds: 'orders-key' },
  'aws-security-group-opened': {
    records: [call('ec2', 'AuthorizeSecurityGroupIngress', { groupId: 'sg-0123', cidrIp: '0.0.0.0/0' })],
    finds: 'sg-0123',
  },
  'aws-instance-user-data-changed': {
    records: [call('ec2', 'ModifyInstanceAttribute', { instanceId: 'i-0aaa', userData: '<sensitiveDataRemoved>' })],
    finds: 'i-0aaa',
  },
  'aws-remote-commands': { records: [call('ssm', 'SendCommand', { documentName: 'AWS-RunShellScript' })], finds: 'AWS-RunShellScript' },
  'aws-password-data-read': { records: [call('ec2', 'GetPasswordData', { instanceId: 'i-0bbb' })], finds: 'i-0bbb' },
  'aws-function-code-changed': {
    records: [call('lambda', 'UpdateFunctionCode20150331v2', { functionName: 'orders-function' })],
    finds: 'orders-function',
  },
  'aws-organization-left': { records: [call('organizations', 'LeaveOrganization')], finds: 'LeaveOrganization' },
  'aws-federation-token': { records: [call('sts', 'GetFederationToken', { name: 'orders-token' })], finds: 'orders-token' },
  'aws-quota-raised': { records: [call('servicequotas', 'RequestServiceQuotaIncrease', { quotaCode: 'L-1216C47A' })], finds: 'L-1216C47A' },
  'who-did-what': { records: [call('ec2', 'CreateTags')], finds: 'CreateTags' },
  'where-is-this-address': { records: [call('ec2', 'CreateVpc', null, { sourceIPAddress: '192.0.2.77' })], finds: 'CreateVpc' },
  'what-did-this-key-do': {
    records: [call('ec2', 'CreateSubnet', null, identity({ accessKeyId: 'AKIAEXAMPLEHUNT00001' }))],
    finds: 'CreateSubnet',
  },
  'who-touched-this': { records: [call('s3', 'DeleteBucketPolicy', { bucketName: 'orders-secret-archive' })], finds: 'DeleteBucketPolicy' },
  'root-user-active': {
    records: [
      call('ec2', 'CreateVolume', null, {
        userIdentity: { type: 'Root', arn: 'arn:aws:iam::123456789012:root', accountId: '123456789012' },
      }),
    ],
    finds: 'CreateVolume',
  },
  'console-login-without-mfa': {
    records: [
      call('signin', 'ConsoleLogin', null, {
        additionalEventData: { MFAUsed: 'No' },
        responseElements: { ConsoleLogin: 'Success' },
        sourceIPAddress: '192.0.2.31',
      }),
    ],
    finds: '192.0.2.31',
  },
  'failed-logins-by-address': {
    records: many(4, () =>
      call('signin', 'ConsoleLogin', null, {
        responseElements: { ConsoleLogin: 'Failure' },
        errorMessage: 'Failed authentication',
        sourceIPAddress: '203.0.113.9',
      }),
    ),
    finds: '203.0.113.9',
  },
  'access-denied-bursts': {
    records: many(5, (index) =>
      call('ec2', `CreateThing${index}`, null, {
        errorCode: 'AccessDenied',
        ...identity({ arn: 'arn:aws:iam::123456789012:user/denied' }),
      }),
    ),
    finds: 'user/denied',
  },
  'discovery-bursts': {
    records: many(7, (index) => call('ec2', `DescribeThing${index}`, null, identity({ arn: 'arn:aws:iam::123456789012:user/curious' }))),
    finds: 'user/curious',
  },
  'secrets-read-in-bulk': {
    records: many(4, (index) =>
      call('secretsmanager', 'GetSecretValue', { secretId: `orders-${index}` }, identity({ arn: 'arn:aws:iam::123456789012:user/reader' })),
    ),
    finds: 'user/reader',
  },
  'download-volume': {
    records: [
      call(
        's3',
        'GetObject',
        { bucketName: 'orders-bucket', key: 'a' },
        {
          eventCategory: 'Data',
          additionalEventData: { bytesTransferredOut: 987654 },
          ...identity({ arn: 'arn:aws:iam::123456789012:user/leaver' }),
        },
      ),
    ],
    finds: '987654',
  },
  'instance-credentials-elsewhere': {
    records: ['192.0.2.50', '203.0.113.50'].map((sourceIPAddress) =>
      call('ec2', 'CreateTags', null, { sourceIPAddress, ...identity(instance) }),
    ),
    finds: '203.0.113.50',
  },
  'new-regions': { records: [call('ec2', 'RunInstances', null, { awsRegion: 'af-south-1' })], finds: 'af-south-1' },
  'machines-started': { records: [call('ec2', 'RunInstances', { instanceType: 'p5.48xlarge' })], finds: 'p5.48xlarge' },
  'role-chains': {
    records: [
      call('sts', 'AssumeRole', { roleArn: 'arn:aws:iam::123456789012:role/orders-shared' }, identity({ accountId: '999999999999' })),
    ],
    finds: 'orders-shared',
  },
  'rare-user-agents': { records: [call('ec2', 'CreateImage', null, { userAgent: 'odd-tool/0.1' })], finds: 'odd-tool' },
  'attack-tools': { records: [call('ec2', 'CreateImage', null, { userAgent: 'aws-cli/2.1 md/Botocore exec-env/kali' })], finds: 'kali' },
  'calls-from-the-console': {
    records: [call('ec2', 'CreateRouteTable', null, { sessionCredentialFromConsole: 'true' })],
    finds: 'CreateRouteTable',
  },
  'first-seen-calls': { records: [call('ec2', 'CreateNatGateway')], finds: 'CreateNatGateway' },
  'silent-principals-wake': {
    records: ['2026-09-01T00:00:00Z', '2026-11-19T00:00:00Z'].map((eventTime) =>
      call('ec2', 'CreateTags', null, { eventTime, ...identity({ arn: 'arn:aws:iam::123456789012:user/sleeper' }) }),
    ),
    finds: 'user/sleeper',
  },
  'key-facts-by-source': { records: [], finds: 'aws.cloudtrail' },
  'network-rejected': { records: [], finds: '198.51.100.66' },
  'network-admin-ports': { records: [], finds: '198.51.100.22' },
  'kubernetes-exec': { records: [], finds: 'orders-pod' },
  'kubernetes-secrets-read': { records: [], finds: 'orders-namespace' },
  'gcp-policy-changed': { records: [], finds: 'projects/orders-project' },
  'gcp-key-created': { records: [], finds: 'orders-robot' },
  'azure-role-assigned': { records: [], finds: 'carol@example.com' },
};

const flows = `version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status
2 123456789012 eni-0123 198.51.100.66 192.0.2.20 40000 8080 6 1 40 1795161600 1795161660 REJECT OK
2 123456789012 eni-0123 198.51.100.22 192.0.2.20 40000 22 6 10 4000 1795161600 1795161660 ACCEPT OK
`;

const cluster = (auditID: string, more: Members): Members => ({
  ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', stage: 'ResponseComplete', auditID },
  ...{ user: { username: 'alice', groups: ['system:authenticated'] }, sourceIPs: ['192.0.2.10'], userAgent: 'kubectl/v1.31' },
  ...{
    requestReceivedTimestamp: '2026-11-20T08:00:00.000000Z',
    stageTimestamp: '2026-11-20T08:00:00.100000Z',
    responseStatus: { code: 200 },
  },
  ...more,
});

const google = (insertId: string, methodName: string, resourceName: string): Members => ({
  ...{
    insertId,
    logName: 'projects/orders-project/logs/cloudaudit.googleapis.com%2Factivity',
    timestamp: '2026-11-20T08:00:00Z',
    severity: 'NOTICE',
  },
  resource: { type: 'project', labels: { project_id: 'orders-project' } },
  protoPayload: {
    '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
    ...{ methodName, resourceName, serviceName: 'iam.googleapis.com', authenticationInfo: { principalEmail: 'carol@example.com' } },
    requestMetadata: { callerIp: '192.0.2.10' },
  },
});

const azure = {
  time: '2026-11-20T08:00:00Z',
  resourceId: '/SUBSCRIPTIONS/00000000-0000-4000-8000-000000000001/PROVIDERS/MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/1',
  ...{
    operationName: 'MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE',
    category: 'Administrative',
    resultType: 'Success',
    correlationId: '00000000-0000-4000-8000-000000000002',
  },
  ...{
    callerIpAddress: '192.0.2.10',
    identity: { claims: { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': 'carol@example.com' } },
    level: 'Information',
  },
};

const lines = (records: readonly Members[]): string => records.map((each) => JSON.stringify(each)).join('\n');

const files = {
  'logs/trail.json.gz': trailObject(Object.values(planted).flatMap(({ records }) => records)),
  'logs/flows.log': flows,
  'logs/cluster.log': lines([
    cluster('a-1', {
      verb: 'create',
      requestURI: '/api/v1/namespaces/orders/pods/orders-pod/exec',
      objectRef: { resource: 'pods', namespace: 'orders', name: 'orders-pod', subresource: 'exec', apiVersion: 'v1' },
    }),
    cluster('a-2', {
      verb: 'list',
      requestURI: '/api/v1/namespaces/orders-namespace/secrets',
      objectRef: { resource: 'secrets', namespace: 'orders-namespace', apiVersion: 'v1' },
    }),
  ]),
  'logs/google.json': lines([
    google('g-1', 'SetIamPolicy', 'projects/orders-project'),
    google('g-2', 'google.iam.admin.v1.CreateServiceAccountKey', 'projects/-/serviceAccounts/orders-robot'),
  ]),
  'logs/azure.json': JSON.stringify({ records: [azure] }),
};

test('each shipped hunt finds what was planted for it', async (t) => {
  const hunts = await loadHunts();
  assert.deepEqual(hunts.map(({ id }) => id).toSorted(), Object.keys(planted).toSorted());
  await inFolder(files, async (folder) => {
    const ingest = await runInFolder(folder, ['lake', 'ingest', 'logs', '--lake', 'lake', '--format', 'json']);
    assert.equal(ingest.exitCode, 0, ingest.stderr);
    for (const { id } of hunts)
      await t.test(id, async () => {
        const { stdout, stderr, exitCode } = await runInFolder(folder, ['lake', 'query', id, '--lake', 'lake', '--format', 'json']);
        assert.equal(exitCode, 0, stderr);
        const { rows } = JSON.parse(stdout);
        assert.ok(JSON.stringify(rows).includes(planted[id]?.finds ?? '?'), `${id}: ${JSON.stringify(rows).slice(0, 400)}`);
      });
  });
});
