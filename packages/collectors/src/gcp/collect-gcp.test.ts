import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallRecord, CoverageGap, JsonObject } from '@kumomori/model';
import { CollectError } from '../collecting.ts';
import type { FakeAnswer, FakeRoutes, FakeRun } from './testing/fake-google.ts';
import { NUMBER, PROJECT, collectFromFake, disabled, oneProject, refusal } from './testing/fake-google.ts';

const BUCKETS = 'storage.googleapis.com/storage/v1/b';
const bucket = { name: 'orders-bucket', iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } };
const listed: FakeAnswer = { body: { items: [bucket] } };

function recordsOf(run: FakeRun, call: string, account: string = PROJECT): readonly CallRecord[] {
  return run.records.get(`${account} ${call}`) ?? [];
}

function gapsAbout(run: FakeRun, service: string): readonly CoverageGap[] {
  return run.outcome.gaps.filter(({ scope }) => scope.endsWith(service));
}

async function withBuckets(...answers: readonly FakeAnswer[]): Promise<FakeRun> {
  return await collectFromFake({
    routes: { ...oneProject, [BUCKETS]: answers },
    asked: { projects: [PROJECT], timeoutMs: 150, maxBytes: 100_000 },
  });
}

const rate = (reason: string): FakeAnswer => ({ status: 403, body: { error: { code: 403, errors: [{ reason }], message: 'too fast' } } });
const exhausted: FakeAnswer = {
  status: 429,
  headers: { 'retry-after': '7' },
  body: { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } },
};

const passing: Readonly<Record<string, FakeAnswer>> = {
  'too many calls': exhausted,
  'too many calls, as old APIs say it': rate('rateLimitExceeded'),
  'a fault of the server': { status: 503, text: 'upstream' },
  'a connection that is reset': 'reset',
  'an answer that never comes': 'silence',
  'an answer that is no JSON': { text: '{"items": [' },
  'an answer that is a list': { body: [] },
  'a token that has run out': { status: 401, body: { error: { status: 'UNAUTHENTICATED' } } },
};

for (const [name, answer] of Object.entries(passing)) {
  test(`${name} loses nothing`, async () => {
    const run = await withBuckets(answer, listed);
    assert.deepEqual(
      recordsOf(run, 'storage.googleapis.com:buckets').map(({ response, error }) => response ?? error),
      [{ items: [bucket] }],
    );
    assert.deepEqual(gapsAbout(run, 'storage.googleapis.com'), []);
  });
}

test('it waits as long as the cloud asks for', async () => {
  const run = await withBuckets(exhausted, listed);
  assert.ok(
    run.waits.some((milliseconds) => milliseconds >= 6900 && milliseconds < 7100),
    run.waits.join(' '),
  );
});

test('a token that was refused is made anew, once', async () => {
  const expired: FakeAnswer = { status: 401, body: { error: { status: 'UNAUTHENTICATED' } } };
  assert.ok((await withBuckets(expired, listed)).tokens.includes('token-1'));
  const run = await withBuckets(expired);
  assert.deepEqual(gapsAbout(run, 'storage.googleapis.com'), [
    { scope: `gcp:${PROJECT}:global:storage.googleapis.com`, operation: 'buckets', reason: 'UNAUTHENTICATED', permission: null },
  ]);
  assert.equal(run.requests.filter((each) => each.includes(BUCKETS)).length, 2);
});

const lasting: Readonly<Record<string, { readonly answer: FakeAnswer; readonly reason: string; readonly permission?: string }>> = {
  'a refusal': { answer: refusal('storage.buckets.list'), reason: 'PERMISSION_DENIED', permission: 'storage.buckets.list' },
  'a perimeter': {
    answer: {
      status: 403,
      body: { error: { status: 'PERMISSION_DENIED', message: 'no', details: [{ reason: 'SECURITY_POLICY_VIOLATED' }] } },
    },
    reason: 'VPC_SERVICE_CONTROLS',
  },
  'faults without end': { answer: { status: 500, body: { error: { status: 'INTERNAL', message: 'oops' } } }, reason: 'INTERNAL' },
  'throttling without end': { answer: exhausted, reason: 'RESOURCE_EXHAUSTED' },
  'broken JSON without end': { answer: { text: '<html>' }, reason: 'MALFORMED_ANSWER' },
  'an answer that is too large': { answer: { body: { items: ['x'.repeat(200_000)] } }, reason: 'ANSWER_TOO_LARGE' },
  'pages without end': { answer: { body: { items: [], nextPageToken: 'again' } }, reason: 'REPEATED_PAGE' },
};

for (const [name, { answer, reason, permission = null }] of Object.entries(lasting)) {
  test(`${name} is a gap and nothing else is lost`, async () => {
    const run = await withBuckets(answer);
    assert.deepEqual(gapsAbout(run, 'storage.googleapis.com'), [
      { scope: `gcp:${PROJECT}:global:storage.googleapis.com`, operation: 'buckets', reason, permission },
    ]);
    assert.equal(recordsOf(run, 'storage.googleapis.com:buckets').at(-1)?.error?.code, reason);
    assert.equal(recordsOf(run, 'compute.googleapis.com:instances').length, 1);
  });
}

test('what came before a page that failed is kept', async () => {
  const pages: FakeRoutes[string] = (url) =>
    url.searchParams.get('pageToken') === null ? { body: { items: [bucket], nextPageToken: 'two' } } : refusal('storage.buckets.list');
  const run = await collectFromFake({ routes: { ...oneProject, [BUCKETS]: pages } });
  const [first, second] = recordsOf(run, 'storage.googleapis.com:buckets');
  assert.deepEqual(first?.response, { items: [bucket], nextPageToken: 'two' });
  assert.deepEqual(second?.request, { url: `https://${BUCKETS}?project=${PROJECT}`, pageToken: 'two' });
  assert.equal(second.error?.code, 'PERMISSION_DENIED');
});

test('listings that page like Kubernetes are read to their end', async () => {
  const path = `run.googleapis.com/apis/serving.knative.dev/v1/namespaces/${PROJECT}/services`;
  const of = (name: string): JsonObject => ({ metadata: { name } });
  const pages: FakeRoutes[string] = (url) =>
    url.searchParams.get('continue') === null
      ? { body: { items: [of('orders')], metadata: { continue: 'two' } } }
      : { body: { items: [of('mail')] } };
  const run = await collectFromFake({ routes: { ...oneProject, [path]: pages } });
  assert.deepEqual(
    recordsOf(run, 'run.googleapis.com:services').map(({ response }) => response),
    [{ items: [of('orders')], metadata: { continue: 'two' } }, { items: [of('mail')] }],
  );
});

test('an API that is switched off in the project is recorded and no gap', async () => {
  const run = await withBuckets(disabled());
  assert.equal(recordsOf(run, 'storage.googleapis.com:buckets')[0]?.error?.code, 'SERVICE_DISABLED');
  assert.deepEqual(gapsAbout(run, 'storage.googleapis.com'), []);
});

test('an API that is switched off where the credentials are from says nothing of the project', async () => {
  const run = await withBuckets(disabled('projects/999999999999'));
  assert.deepEqual(
    gapsAbout(run, 'storage.googleapis.com').map(({ reason }) => reason),
    ['SERVICE_DISABLED_FOR_CALLER'],
  );
});

test('APIs that a project has not switched on are not called', async () => {
  const services = { body: { services: [{ name: `projects/${NUMBER}/services/compute.googleapis.com`, state: 'ENABLED' }] } };
  const run = await collectFromFake({
    routes: { ...oneProject, [`serviceusage.googleapis.com/v1/projects/${PROJECT}/services`]: services },
  });
  assert.ok(run.requests.some((each) => each.includes('compute.googleapis.com/compute/v1/projects')));
  assert.ok(!run.requests.some((each) => each.includes('container.googleapis.com')));
  assert.equal(recordsOf(run, 'container.googleapis.com:clusters')[0]?.error?.code, 'SERVICE_DISABLED');
  assert.deepEqual(gapsAbout(run, 'container.googleapis.com'), []);
});

test('things within things are asked about, with their policies', async () => {
  const ring = `projects/${PROJECT}/locations/global/keyRings/orders`;
  const run = await collectFromFake({
    routes: {
      ...oneProject,
      [`cloudkms.googleapis.com/v1/projects/${PROJECT}/locations`]: {
        body: { locations: [{ name: `projects/${PROJECT}/locations/global` }] },
      },
      [`cloudkms.googleapis.com/v1/projects/${PROJECT}/locations/global/keyRings`]: { body: { keyRings: [{ name: ring }] } },
      [`cloudkms.googleapis.com/v1/${ring}/cryptoKeys`]: { body: { cryptoKeys: [{ name: `${ring}/cryptoKeys/disks` }] } },
      [`cloudkms.googleapis.com/v1/${ring}/cryptoKeys/disks:getIamPolicy`]: refusal('cloudkms.cryptoKeys.getIamPolicy'),
    },
  });
  assert.deepEqual(recordsOf(run, 'cloudkms.googleapis.com:cryptoKeys')[0]?.response, {
    cryptoKeys: [{ name: `${ring}/cryptoKeys/disks` }],
  });
  assert.deepEqual(recordsOf(run, 'cloudkms.googleapis.com:cryptoKeys.getIamPolicy')[0]?.request, {
    resource: `//cloudkms.googleapis.com/${ring}/cryptoKeys/disks`,
  });
  assert.deepEqual(gapsAbout(run, 'cloudkms.googleapis.com'), [
    {
      scope: `gcp:${PROJECT}:global:cloudkms.googleapis.com`,
      operation: 'cryptoKeys.getIamPolicy',
      reason: 'PERMISSION_DENIED',
      permission: 'cloudkms.cryptoKeys.getIamPolicy',
    },
  ]);
});

test('secrets are replaced before anything is kept', async () => {
  const instance: JsonObject = {
    name: 'web',
    metadata: {
      items: [
        { key: 'startup-script', value: 'export TOKEN=…' },
        { key: 'enable-oslogin', value: 'TRUE' },
      ],
    },
  };
  const body = { items: { 'zones/asia-northeast1-a': { instances: [instance] } } };
  const run = await collectFromFake({
    routes: { ...oneProject, [`compute.googleapis.com/compute/v1/projects/${PROJECT}/aggregated/instances`]: { body } },
  });
  const items = [
    { key: 'startup-script', value: { $redacted: 'mark' } },
    { key: 'enable-oslogin', value: 'TRUE' },
  ];
  assert.deepEqual(recordsOf(run, 'compute.googleapis.com:instances')[0]?.response, {
    items: { 'zones/asia-northeast1-a': { instances: [{ name: 'web', metadata: { items } }] } },
  });
});

test('nothing but reads is asked', async () => {
  const run = await withBuckets(listed);
  const posts = run.requests.filter((each) => !each.startsWith('GET '));
  assert.deepEqual(
    posts.filter((each) => !/^POST [^?]+:(?:getIamPolicy|getAncestry)$/.test(each)),
    [],
  );
  assert.ok(posts.length > 0);
});

test('a limit of calls ends the collection with a gap', async () => {
  const run = await collectFromFake({ routes: oneProject, budget: { maxCalls: 9 } });
  assert.equal(run.requests.length, 9);
  assert.ok(run.outcome.gaps.some(({ reason }) => reason === 'BudgetSpent'));
});

test('the user can stop it', async () => {
  const stop = new AbortController();
  const run = collectFromFake({ routes: oneProject, signal: stop.signal, onRecord: () => stop.abort() });
  await assert.rejects(run, (error) => error instanceof CollectError && error.code === 'stopped');
});

test('nobody whom Google does not know collects anything', async () => {
  const unknown: FakeAnswer = { status: 401, body: { error: { status: 'UNAUTHENTICATED', message: 'invalid credentials' } } };
  const run = collectFromFake({ routes: { [`cloudresourcemanager.googleapis.com/v3/projects/${PROJECT}`]: unknown } });
  await assert.rejects(run, (error) => error instanceof CollectError && error.code === 'credentials');
});

test('ids that are none are wrong usage', async () => {
  for (const asked of [{ projects: ['../orders'] }, { organization: 'example.com' }, { folder: 'prod' }])
    await assert.rejects(collectFromFake({ routes: {}, asked }), (error) => error instanceof CollectError && error.code === 'usage');
});

test('without ids every project that can be seen is looked at, but those of Apps Script', async () => {
  const found = (url: URL): FakeAnswer => ({
    body:
      url.searchParams.get('pageToken') === null
        ? { projects: [{ name: 'projects/1', projectId: 'orders-prod', state: 'ACTIVE' }], nextPageToken: 'two' }
        : {
            projects: [
              { name: 'projects/2', projectId: 'orders-dev', state: 'ACTIVE' },
              { name: 'projects/3', projectId: 'sys-12345678901234567890123456', state: 'ACTIVE' },
              { name: 'projects/4', projectId: 'orders-old', state: 'DELETE_REQUESTED' },
            ],
          },
  });
  const run = await collectFromFake({
    routes: {
      'cloudresourcemanager.googleapis.com/v3/projects:search': found,
      [`cloudasset.googleapis.com/v1/projects/orders-dev/assets`]: { body: {} },
    },
    asked: {},
  });
  assert.deepEqual(
    run.outcome.scopes.map(({ account }) => account),
    ['orders-prod', 'orders-dev'],
  );
});

test('a deny policy is asked for by its own name: a listing leaves its rules out', async () => {
  const list = `iam.googleapis.com/v2/policies/cloudresourcemanager.googleapis.com/projects/${PROJECT}/denypolicies`;
  const name = `policies/cloudresourcemanager.googleapis.com%2Fprojects%2F${NUMBER}/denypolicies/no-keys`;
  const policy = {
    name,
    kind: 'DenyPolicy',
    rules: [{ denyRule: { deniedPermissions: ['iam.googleapis.com/serviceAccountKeys.create'] } }],
  };
  const run = await collectFromFake({
    routes: {
      ...oneProject,
      [list]: { body: { policies: [{ name, kind: 'DenyPolicy' }] } },
      [`iam.googleapis.com/v2/${name.replaceAll('%2F', '/')}`]: { body: policy },
    },
  });
  assert.deepEqual(
    recordsOf(run, 'iam.googleapis.com:denyPolicies').map(({ response }) => response),
    [policy],
  );
  assert.match(String(recordsOf(run, 'iam.googleapis.com:denyPolicies')[0]?.request['url']), /projects%2F/, 'the name keeps its signs');
  assert.deepEqual(gapsAbout(run, 'iam.googleapis.com'), []);
});

test('a deny policy that may not be read is a gap', async () => {
  const list = `iam.googleapis.com/v2/policies/cloudresourcemanager.googleapis.com/projects/${PROJECT}/denypolicies`;
  const run = await collectFromFake({ routes: { ...oneProject, [list]: refusal('iam.denypolicies.list') } });
  assert.ok(gapsAbout(run, 'iam.googleapis.com').some(({ permission }) => permission === 'iam.denypolicies.list'));
});
