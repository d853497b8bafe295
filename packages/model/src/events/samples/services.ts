import { samplesOf } from './sample.ts';

const TIME = Date.UTC(2026, 2, 1, 9, 15);
const hub = {
  '@timestamp': TIME,
  created_at: TIME,
  _document_id: 'd-1',
  action: 'repo.create',
  actor: 'alice',
  actor_id: 1,
  actor_ip: '198.51.100.7',
  org: 'example',
  repo: 'example/orders',
  user_agent: 'git/2.45',
  operation_type: 'create',
};

export const gitHub = samplesOf('github.audit', [
  [
    'a repository is made',
    hub,
    {
      eventId: 'd-1',
      time: TIME,
      account: 'example',
      principal: 'alice',
      actorKind: 'user',
      sourceIp: '198.51.100.7',
      service: 'repo',
      resource: 'example/orders',
      outcome: 'success',
      readOnly: false,
    },
    '6003/1',
  ],
  [
    'cloned',
    { ...hub, action: 'git.clone', operation_type: 'access', hashed_token: 'h', token_id: 7 },
    { readOnly: true, credential: 'h', session: '7' },
    '6003/2',
  ],
  ['a bot', { ...hub, actor: 'dependabot[bot]', action: 'repo.update' }, { actorKind: 'workload' }, '6003/1'],
  [
    'a sign-in that failed',
    { ...hub, action: 'user.failed_login', operation_type: undefined },
    { outcome: 'failure', readOnly: null },
    '3002/1',
  ],
  [
    'removed',
    { ...hub, action: 'org.remove_member', operation_type: 'remove', repo: undefined, user: 'bob' },
    { resource: 'bob' },
    '6003/4',
  ],
  [
    'time as text',
    { action: 'org.update_member', actor: 'alice', org: 'example', created_at: '2026-03-01 09:15:00.000' },
    { time: TIME, eventId: null },
    '6003/3',
  ],
]);

const okta = {
  uuid: 'u-1',
  published: '2026-03-01T09:15:00.000Z',
  eventType: 'user.session.start',
  version: '0',
  severity: 'INFO',
  displayMessage: 'User login to Okta',
  actor: { id: '00u1', type: 'User', alternateId: 'alice@example.com', displayName: 'Alice' },
  client: { ipAddress: '198.51.100.7', userAgent: { rawUserAgent: 'Mozilla/5.0' } },
  authenticationContext: { externalSessionId: 's-1' },
  outcome: { result: 'SUCCESS' },
  target: [{ id: '0oa1', type: 'AppInstance', alternateId: 'Orders', displayName: 'Orders' }],
};

export const oktaLog = samplesOf('okta.system', [
  [
    'a sign-in',
    okta,
    {
      eventId: 'u-1',
      time: TIME,
      principal: 'alice@example.com',
      actorKind: 'user',
      session: 's-1',
      sourceIp: '198.51.100.7',
      resource: 'Orders',
      outcome: 'success',
      error: null,
    },
    '3002/1',
  ],
  [
    'that fails',
    { ...okta, outcome: { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' } },
    { outcome: 'failure', error: 'INVALID_CREDENTIALS' },
    '3002/1',
  ],
  [
    'that policy denies',
    { ...okta, eventType: 'policy.evaluate_sign_on', outcome: { result: 'DENY', reason: 'rule' } },
    { outcome: 'denied', error: 'rule' },
    '3002/1',
  ],
  ['a challenge has not ended', { ...okta, outcome: { result: 'CHALLENGE' } }, { outcome: 'unknown' }, '3002/1'],
  [
    'an API token',
    { ...okta, eventType: 'user.lifecycle.create', transaction: { id: 't', detail: { requestApiTokenId: '00T1' } } },
    { credential: '00T1', action: 'user.lifecycle.create' },
    '6003/1',
  ],
  [
    'the system itself',
    {
      ...okta,
      eventType: 'system.api_token.revoke',
      actor: { id: 'SystemPrincipal', type: 'SystemPrincipal', alternateId: 'system@okta.com' },
    },
    { actorKind: 'service' },
    '6003/4',
  ],
  [
    'keys in lower case',
    {
      eventtype: 'user.session.end',
      published: '2026-03-01 09:15:00.000',
      actor: okta.actor,
      client: okta.client,
      authenticationcontext: { externalSessionId: 's-2' },
      outcome: { result: 'SUCCESS' },
    },
    { action: 'user.session.end', session: 's-2', time: TIME },
    '3002/2',
  ],
]);

const m365 = {
  Id: 'm-1',
  CreationTime: '2026-03-01T09:15:00',
  Operation: 'FileDownloaded',
  Workload: 'SharePoint',
  RecordType: 6,
  OrganizationId: 'tenant-1',
  UserId: 'Alice@example.com',
  UserType: 0,
  UserKey: 'k',
  ClientIP: '198.51.100.7',
  ObjectId: 'https://example.sharepoint.com/a.docx',
  UserAgent: 'Mozilla/5.0',
};

export const m365Log = samplesOf('m365.audit', [
  [
    'a file is downloaded',
    m365,
    {
      eventId: 'm-1',
      time: TIME,
      account: 'tenant-1',
      principal: 'alice@example.com',
      actorKind: 'user',
      sourceIp: '198.51.100.7',
      resource: 'https://example.sharepoint.com/a.docx',
      outcome: 'unknown',
    },
    '6003/2',
  ],
  [
    'a rule of an inbox, from an address with its port',
    {
      ...m365,
      Operation: 'New-InboxRule',
      Workload: 'Exchange',
      ClientIP: '198.51.100.7:4000',
      ResultStatus: 'True',
      Parameters: [{ Name: 'ForwardTo', Value: 'x@example.net' }],
    },
    { sourceIp: '198.51.100.7', outcome: 'success' },
    '6003/1',
  ],
  ['an address of version 6 in brackets', { ...m365, ClientIP: '[2001:db8::7]:4000' }, { sourceIp: '2001:db8::7' }, '6003/2'],
  [
    'a sign-in that fails',
    {
      ...m365,
      Operation: 'UserLoginFailed',
      Workload: 'AzureActiveDirectory',
      ResultStatus: 'Failed',
      LogonError: 'InvalidUserNameOrPassword',
    },
    { outcome: 'failure', error: 'InvalidUserNameOrPassword' },
    '3002/1',
  ],
  ['an application', { ...m365, UserId: 'app@sharepoint', UserType: 5 }, { actorKind: 'workload' }, '6003/2'],
  [
    'the agent in extended properties',
    { ...m365, UserAgent: undefined, ExtendedProperties: [{ Name: 'UserAgent', Value: 'curl/8.0' }] },
    { userAgent: 'curl/8.0' },
    '6003/2',
  ],
  [
    'a user type by its name',
    { ...m365, UserType: 'System', UserId: 'S-1-5-18' },
    { actorKind: 'service', principal: 'S-1-5-18' },
    '6003/2',
  ],
]);

const one = {
  id: 1,
  event_type_id: 5,
  account_id: 9,
  actor_user_id: 7,
  actor_user_name: 'Alice',
  user_id: 7,
  user_name: 'Alice',
  ipaddr: '198.51.100.7',
  created_at: '2026-03-01T09:15:00Z',
};

export const oneLogin = samplesOf('onelogin.event', [
  [
    'a sign-in',
    one,
    {
      eventId: '1',
      time: TIME,
      account: '9',
      principal: 'Alice',
      actorKind: 'user',
      action: '5',
      outcome: 'success',
      sourceIp: '198.51.100.7',
    },
    '3002/1',
  ],
  ['that fails', { ...one, event_type_id: '6' }, { outcome: 'failure' }, '3002/1'],
  [
    'an error says that it failed',
    { ...one, event_type_id: 72, error_description: 'locked' },
    { outcome: 'failure', error: 'locked' },
    '6003/99',
  ],
  ['others do not say how they ended', { ...one, event_type_id: 72 }, { outcome: 'unknown' }, '6003/99'],
  ['a role is given', { ...one, event_type_id: 84, role_name: 'Admin' }, { resource: 'Admin' }, '6003/99'],
  [
    'by the system',
    { ...one, actor_user_id: null, actor_user_name: null, actor_system: 'Mapping' },
    { principal: 'Mapping', actorKind: 'service' },
    '3002/1',
  ],
]);

const duo = {
  txid: 'x-1',
  isotimestamp: '2026-03-01T09:15:00+00:00',
  event_type: 'authentication',
  factor: 'duo_push',
  result: 'success',
  reason: 'user_approved',
  user: { name: 'alice', key: 'DU1' },
  application: { name: 'VPN', key: 'DI1' },
  access_device: { ip: '198.51.100.7', browser: 'Chrome' },
  auth_device: { ip: '203.0.113.9' },
};

export const duoLogs = samplesOf('duo.log', [
  [
    'approved',
    duo,
    { eventId: 'x-1', time: TIME, principal: 'alice', sourceIp: '198.51.100.7', resource: 'VPN', outcome: 'success', error: null },
    '3002/1',
  ],
  ['denied', { ...duo, result: 'denied', reason: 'no_response' }, { outcome: 'denied', error: 'no_response' }, '3002/1'],
  [
    'reported as fraud',
    { ...duo, result: 'fraud', reason: 'user_marked_fraud' },
    { outcome: 'failure', error: 'user_marked_fraud' },
    '3002/1',
  ],
  [
    'an administrator makes another',
    { action: 'admin_create', isotimestamp: '2026-03-01 09:15:00', username: 'Alice', object: 'Bob', description: '{"role":"Owner"}' },
    { time: TIME, principal: 'Alice', resource: 'Bob', outcome: 'success' },
    '6003/1',
  ],
  [
    'the API',
    { action: 'user_delete', isotimestamp: '2026-03-01T09:15:00Z', username: 'API', object: 'bob' },
    { actorKind: 'service' },
    '6003/4',
  ],
  ['time in seconds', { action: 'bypass_create', timestamp: 1772356500, username: 'Alice', object: 'bob' }, { time: TIME }, '6003/1'],
]);

const bitbucket = {
  id: 5,
  timestamp: '2026-03-01T09:15:00Z',
  author: { id: '1', name: 'alice', type: 'NORMAL' },
  auditType: { category: 'Repositories', action: 'Repository deleted' },
  affectedObjects: [{ id: '7', name: 'orders', type: 'REPOSITORY' }],
  source: '198.51.100.7',
  system: 'https://git.example.com',
};

export const bitbucketLog = samplesOf('bitbucket.audit', [
  [
    'a repository is deleted',
    bitbucket,
    {
      eventId: '5',
      time: TIME,
      principal: 'alice',
      actorKind: 'user',
      resource: 'orders',
      action: 'Repository deleted',
      sourceIp: '198.51.100.7',
    },
    '6003/4',
  ],
  ['time as seconds and nanoseconds', { ...bitbucket, timestamp: { epochSecond: 1772356500, nano: 0 } }, { time: TIME }, '6003/4'],
  [
    'a sign-in that fails',
    { ...bitbucket, auditType: { category: 'Authentication', action: 'User login failed' } },
    { outcome: 'failure' },
    '3002/1',
  ],
  [
    'behind a proxy the first address is the client',
    { ...bitbucket, source: '198.51.100.7,10.0.0.1' },
    { sourceIp: '198.51.100.7' },
    '6003/4',
  ],
  ['nobody in particular', { ...bitbucket, author: { name: 'Anonymous' } }, { actorKind: 'anonymous' }, '6003/4'],
  [
    'the system',
    { ...bitbucket, author: { name: 'System', type: 'system' }, auditType: { category: 'Global', action: 'Settings updated' } },
    { actorKind: 'service' },
    '6003/3',
  ],
]);
