/** Small logs in which something happened: a leaver's key, a chain of roles over three accounts, a person in two clouds. */
import { trailObject, trailRecord } from './trail-records.ts';

type Members = Readonly<Record<string, unknown>>;

let count = 0;
const call = (more: Members): Members => trailRecord((count += 1), more);
const bob = {
  userIdentity: {
    ...{ type: 'IAMUser', principalId: 'AIDAEXAMPLEBOB0000001', arn: 'arn:aws:iam::123456789012:user/bob', accountId: '123456789012' },
    ...{ accessKeyId: 'AKIAEXAMPLEBOB000001', userName: 'bob' },
  },
};
const session = (account: string, role: string, name: string, key: string): Members => ({
  userIdentity: {
    ...{ type: 'AssumedRole', principalId: `AROAEXAMPLE${account}:${name}`, arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}` },
    ...{ accountId: account, accessKeyId: key },
    sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${role}`, accountId: account, userName: role } },
  },
  recipientAccountId: account,
});
const assume = (account: string, role: string, name: string, key: string): Members => ({
  ...{ eventSource: 'sts.amazonaws.com', eventName: 'AssumeRole', readOnly: true },
  requestParameters: { roleArn: `arn:aws:iam::${account}:role/${role}`, roleSessionName: name },
  responseElements: { credentials: { accessKeyId: key, expiration: 'Nov 20, 2026, 10:00:00 AM' } },
});
const read = (key: string, minute: number): Members => ({
  ...{ eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventTime: `2026-11-20T02:${String(minute).padStart(2, '0')}:00Z` },
  requestParameters: { bucketName: 'orders-bucket', key },
  additionalEventData: { bytesTransferredOut: 5_000_000 },
  ...{ sourceIPAddress: '198.51.100.9', userAgent: 'rclone/v1.65' },
});

/** By path: bob left and his key reads at night; alice goes from account to account; dana comes over Okta. */
export function investigationLogs(): Readonly<Record<string, string | Uint8Array>> {
  const home = [
    ...[1, 2, 3].map((day) => call({ ...bob, eventTime: `2026-11-0${day}T08:00:00Z`, sourceIPAddress: '192.0.2.20' })),
    ...[10, 11, 12].map((minute) => call({ ...bob, ...read(`invoices/${minute}.pdf`, minute) })),
    call({
      ...{ ...bob, eventSource: 'iam.amazonaws.com', eventName: 'CreateAccessKey', eventTime: '2026-11-20T02:20:00Z', readOnly: false },
      ...{ sourceIPAddress: '198.51.100.9', userAgent: 'rclone/v1.65', errorCode: 'AccessDenied', requestParameters: { userName: 'bob' } },
    }),
    call({ eventTime: '2026-11-20T02:30:00Z', sourceIPAddress: '198.51.100.9' }),
    call({ eventTime: '2026-11-20T09:00:00Z', ...assume('210987654321', 'deploy', 'alice-work', 'ASIAEXAMPLEDEPLOY001') }),
  ];
  const second = [
    call({
      ...session('210987654321', 'deploy', 'alice-work', 'ASIAEXAMPLEDEPLOY001'),
      eventTime: '2026-11-20T09:05:00Z',
      eventName: 'DescribeVpcs',
    }),
    call({
      ...session('210987654321', 'deploy', 'alice-work', 'ASIAEXAMPLEDEPLOY001'),
      ...assume('345678901234', 'audit', 'hop', 'ASIAEXAMPLEAUDIT0001'),
      eventTime: '2026-11-20T09:10:00Z',
    }),
    // Somebody else in the same role is somebody else.
    call({
      ...session('210987654321', 'deploy', 'carol-work', 'ASIAEXAMPLECAROL0001'),
      eventTime: '2026-11-20T09:06:00Z',
      eventName: 'DescribeSubnets',
    }),
    call({
      ...session('345678901234', 'audit', 'hop', 'ASIAEXAMPLEAUDIT0001'),
      ...{ eventSource: 'cloudtrail.amazonaws.com', eventName: 'StopLogging', eventTime: '2026-11-20T09:15:00Z', readOnly: false },
      ...{ requestParameters: { name: 'arn:aws:cloudtrail:ap-northeast-1:345678901234:trail/orders-trail' }, userAgent: '=cmd|calc' },
    }),
  ];
  const dana = {
    ...{ eventSource: 'sts.amazonaws.com', eventName: 'AssumeRoleWithSAML', eventTime: '2026-11-20T07:01:00Z' },
    userIdentity: { type: 'SAMLUser', principalId: 'x:dana@example.com', userName: 'dana@example.com', identityProvider: 'okta-provider' },
    requestParameters: {
      roleArn: 'arn:aws:iam::123456789012:role/sso-admin',
      principalArn: 'arn:aws:iam::123456789012:saml-provider/okta',
    },
    responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLEDANA00001' }, subject: 'dana@example.com' },
  };
  const federated = [
    call(dana),
    call({
      ...session('123456789012', 'sso-admin', 'dana@example.com', 'ASIAEXAMPLEDANA00001'),
      eventTime: '2026-11-20T07:05:00Z',
      eventName: 'DescribeImages',
    }),
  ];
  const okta = {
    ...{
      uuid: 'okta-1',
      published: '2026-11-20T07:00:00.000Z',
      eventType: 'user.session.start',
      version: '0',
      severity: 'INFO',
      displayMessage: 'User login to Okta',
    },
    actor: { id: '00u1', type: 'User', alternateId: 'dana@example.com', displayName: 'Dana' },
    client: { ipAddress: '203.0.113.40', userAgent: { rawUserAgent: 'Mozilla/5.0' } },
    outcome: { result: 'SUCCESS' },
    ...{
      target: [],
      transaction: { id: 't1', type: 'WEB' },
      debugContext: { debugData: {} },
      legacyEventType: 'core.user_auth.login_success',
    },
  };
  return {
    'logs/home.json.gz': trailObject(home),
    'logs/second.json.gz': trailObject(second),
    'logs/federated.json': JSON.stringify({ Records: federated }),
    'logs/okta.jsonl': `${JSON.stringify(okta)}\n`,
  };
}
