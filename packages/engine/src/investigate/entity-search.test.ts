/** Whom an entity became: credentials, people over clouds, service accounts, callers of other accounts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEvent } from '@kumomori/model';
import { eventFacts } from '@kumomori/model';
import type { FoundEntity } from './entity-search.ts';
import { EntitySearch } from './entity-search.ts';

const trail = (time: string, more: Readonly<Record<string, unknown>>): LogEvent => ({
  source: 'aws.cloudtrail',
  record: { eventTime: time, eventName: 'DescribeInstances', awsRegion: 'ap-northeast-1', recipientAccountId: '123456789012', ...more },
});
type Members = Readonly<Record<string, unknown>>;
const google = (
  time: string,
  [principal, method]: readonly [string, string],
  { resource = 'projects/orders', ...more }: Members = {},
): LogEvent => ({
  source: 'gcp.audit',
  record: {
    timestamp: time,
    insertId: time,
    logName: 'projects/orders/logs/cloudaudit.googleapis.com%2Factivity',
    protoPayload: {
      methodName: method,
      serviceName: 'iam.googleapis.com',
      resourceName: resource,
      authenticationInfo: { principalEmail: principal, ...more },
    },
  },
});
const found = (text: string, events: readonly LogEvent[]): FoundEntity => {
  const search = new EntitySearch(text);
  for (const event of events) search.add(event, eventFacts(event));
  const entity = search.finish();
  assert.ok(entity);
  return entity;
};
const relations = (text: string, events: readonly LogEvent[]): readonly (string | null)[] => {
  const entity = found(text, events);
  return events.map((event) => entity.relationOf(event, eventFacts(event)));
};

test('a service account acts for those its record names; others who use it are left out', () => {
  const robot = 'orders-robot@orders.iam.gserviceaccount.com';
  const by = (mail: string): Readonly<Record<string, unknown>> => ({
    serviceAccountDelegationInfo: [{ firstPartyPrincipal: { principalEmail: mail } }],
  });
  const events = [
    google('2026-11-20T08:00:00Z', ['dana@example.com', 'GenerateAccessToken'], { resource: `projects/-/serviceAccounts/${robot}` }),
    google('2026-11-20T08:05:00Z', [robot, 'storage.objects.get'], by('dana@example.com')),
    google('2026-11-20T08:06:00Z', [robot, 'storage.objects.get'], by('carol@example.com')),
    google('2026-11-20T08:07:00Z', [robot, 'storage.objects.list']),
    google('2026-11-21T08:00:00Z', [robot, 'storage.objects.list']),
    google('2026-11-20T07:00:00Z', [robot, 'storage.objects.list']),
  ];
  assert.deepEqual(relations('dana@example.com', events), ['direct', 'became', null, 'possibly', null, null]);
});

test('a person is the same behind an OpenID Connect provider and in a named session', () => {
  const events = [
    trail('2026-11-20T08:00:00Z', {
      eventName: 'AssumeRoleWithWebIdentity',
      userIdentity: {
        type: 'WebIdentityUser',
        userName: 'dana@example.com',
        identityProvider: 'arn:aws:iam::123456789012:oidc-provider/idp.example.com',
      },
      responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLEOIDC00001' } },
    }),
    trail('2026-11-20T08:01:00Z', {
      userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/web/w1', accessKeyId: 'ASIAEXAMPLEOIDC00001' },
    }),
    trail('2026-11-20T09:00:00Z', {
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::123456789012:assumed-role/sso/Dana@example.com',
        accessKeyId: 'ASIAEXAMPLEOTHER0001',
      },
    }),
    trail('2026-11-20T09:00:00Z', {
      userIdentity: {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::123456789012:assumed-role/sso/eve@example.com',
        accessKeyId: 'ASIAEXAMPLEEVE000001',
      },
    }),
  ];
  assert.deepEqual(relations('dana@example.com', events), ['direct', 'became', 'same-person', null]);
});

test('a caller of another account gets its name from the log of its own', () => {
  const own = trail('2026-11-20T08:00:00Z', {
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLEALICE00001',
      arn: 'arn:aws:iam::210987654321:user/alice',
      accountId: '210987654321',
      accessKeyId: 'AKIAEXAMPLEALICE0001',
    },
  });
  const taken = trail('2026-11-20T08:01:00Z', {
    eventName: 'AssumeRole',
    userIdentity: { type: 'AWSAccount', principalId: 'AIDAEXAMPLEALICE00001', accountId: '210987654321' },
    requestParameters: { roleArn: 'arn:aws:iam::123456789012:role/deploy', roleSessionName: 'work' },
    responseElements: { credentials: { accessKeyId: 'ASIAEXAMPLEDEPLOY001' } },
  });
  const used = trail('2026-11-20T08:02:00Z', {
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/deploy/work', accessKeyId: 'ASIAEXAMPLEDEPLOY001' },
  });
  const [named] = found('ASIAEXAMPLEDEPLOY001', [own, taken, used]).hops;
  assert.equal(named?.from.principal, 'arn:aws:iam::210987654321:user/alice');
  assert.equal(named?.crossesAccount, true);
  const [unnamed] = found('ASIAEXAMPLEDEPLOY001', [taken, used]).hops;
  assert.equal(unnamed?.from.principal, 'AIDAEXAMPLEALICE00001');
});

test('chains that lead back to themselves end', () => {
  const hop = (from: string, to: string): LogEvent =>
    trail('2026-11-20T08:00:00Z', {
      eventName: 'AssumeRole',
      userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/loop/x', accessKeyId: from },
      responseElements: { credentials: { accessKeyId: to } },
    });
  const [a, b] = ['ASIAEXAMPLEAAAAAAAA1', 'ASIAEXAMPLEBBBBBBBB2'];
  assert.equal(found(a, [hop(a, b), hop(b, a)]).hops.length, 2);
});

test('what is no entity of these logs is nothing', () => {
  const search = new EntitySearch('carol');
  const event = trail('2026-11-20T08:00:00Z', { userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::123456789012:user/alice' } });
  search.add(event, eventFacts(event));
  assert.equal(search.finish(), null);
});
