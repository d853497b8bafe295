import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallRecord } from '@kumomori/model';
import { declareLive, liveSources } from '@kumomori/model';
import type { FakeAnswer, FakeRoutes, FakeRun } from './testing/fake-google.ts';
import { collectFromFake, refusal } from './testing/fake-google.ts';

const RESOURCES = 'cloudresourcemanager.googleapis.com/v3';
const ASSETS = 'cloudasset.googleapis.com/v1/organizations/987654321098/assets';
const bucket = (name: string, project: string): object => ({
  name: `//storage.googleapis.com/${name}`,
  assetType: 'storage.googleapis.com/Bucket',
  ancestors: [`projects/${project}`, 'organizations/987654321098'],
  resource: { data: { name, location: 'EU', iamConfiguration: { uniformBucketLevelAccess: { enabled: true } } } },
});
const granted = {
  name: '//storage.googleapis.com/orders-bucket',
  assetType: 'storage.googleapis.com/Bucket',
  ancestors: ['projects/111'],
  iamPolicy: { bindings: [{ role: 'roles/storage.objectViewer', members: ['allUsers'] }] },
};

/** An organization with a project, and a folder with another one. */
const organization: FakeRoutes = {
  [`${RESOURCES}/projects`]: (url) =>
    url.searchParams.get('parent') === 'organizations/987654321098'
      ? { body: { projects: [{ name: 'projects/111', projectId: 'orders-prod', state: 'ACTIVE' }] } }
      : { body: { projects: [{ name: 'projects/222', projectId: 'orders-dev', state: 'ACTIVE' }] } },
  [`${RESOURCES}/folders`]: (url) =>
    url.searchParams.get('parent') === 'organizations/987654321098' ? { body: { folders: [{ name: 'folders/333' }] } } : { body: {} },
};

/** Assets of the types that were asked for, two pages of buckets. */
const inventory = (url: URL): FakeAnswer => {
  if (!url.searchParams.getAll('assetTypes').includes('storage.googleapis.com/Bucket')) return { body: { readTime: 'now' } };
  if (url.searchParams.get('contentType') === 'IAM_POLICY') return { body: { assets: [granted] } };
  return url.searchParams.get('pageToken') === null
    ? { body: { assets: [bucket('orders-bucket', '111'), bucket('orders-logs', '111')], nextPageToken: 'two' } }
    : { body: { assets: [bucket('orders-dev', '222'), bucket('of-somebody-else', '999')] } };
};

const asked = { organization: '987654321098' };

function namesOf(run: FakeRun, account: string): readonly string[] {
  const records = run.records.get(`${account} storage.googleapis.com:buckets`) ?? [];
  const { resources } = declareLive(
    {
      account,
      partition: '',
      of: (service, operation) =>
        service === 'storage.googleapis.com' && operation === 'buckets' ? records.map((record) => recorded(record, account)) : [],
    },
    liveSources.gcp,
  );
  return resources.filter(({ type }) => type === 'google_storage_bucket').map(({ label }) => label ?? '');
}

function recorded(record: CallRecord, account: string): Parameters<Parameters<typeof declareLive>[2] & object>[0] {
  const place = { provider: 'gcp' as const, account, region: 'global', service: 'storage.googleapis.com', operation: 'buckets' };
  return { place, record, range: { source: { path: 'x.jsonl', text: '' }, start: 0, end: 0 } };
}

test('people of the organization are asked for, and a sign-in without their scope is a gap', async () => {
  const users = 'admin.googleapis.com/admin/directory/v1/users';
  const node = { body: { name: 'organizations/987654321098', directoryCustomerId: 'C0abc123' } };
  const routes: FakeRoutes = { ...organization, [ASSETS]: inventory, [`${RESOURCES}/organizations/987654321098`]: () => node };
  const told = await collectFromFake({
    routes: { ...routes, [users]: () => ({ body: { users: [{ id: '1', primaryEmail: 'hanako@example.com', isEnrolledIn2Sv: false }] } }) },
    asked,
  });
  const [record] = told.records.get('organizations-987654321098 admin.googleapis.com:users') ?? [];
  assert.deepEqual(record?.response, { users: [{ id: '1', primaryEmail: 'hanako@example.com', isEnrolledIn2Sv: false }] });
  const error = { code: 403, status: 'PERMISSION_DENIED', message: 'Request had insufficient authentication scopes.' };
  const refused = await collectFromFake({ routes: { ...routes, [users]: () => ({ status: 403, body: { error } }) }, asked });
  const gaps = refused.outcome.gaps.filter(({ scope }) => scope.endsWith('admin.googleapis.com'));
  assert.deepEqual(
    gaps.map(({ operation, permission }) => [operation, permission]),
    [['users', 'https://www.googleapis.com/auth/admin.directory.user.readonly']],
  );
});

test('the inventory of an organization is handed over to its projects', async () => {
  const run = await collectFromFake({ routes: { ...organization, [ASSETS]: inventory }, asked });
  assert.deepEqual(
    run.outcome.scopes.map(({ account }) => account),
    ['organizations-987654321098', 'orders-prod', 'folders-333', 'orders-dev'],
  );
  assert.deepEqual(namesOf(run, 'orders-prod'), ['orders-bucket', 'orders-logs']);
  assert.deepEqual(namesOf(run, 'orders-dev'), ['orders-dev']);
  assert.equal(
    run.requests.some((each) => each.includes('storage.googleapis.com/storage/v1/b?')),
    false,
  );
});

test('policies are told of each thing, and that the others have none', async () => {
  const run = await collectFromFake({ routes: { ...organization, [ASSETS]: inventory }, asked });
  const records = run.records.get('orders-prod storage.googleapis.com:buckets.getIamPolicy') ?? [];
  assert.deepEqual(
    records.map(({ request, response }) => ({ request, response })),
    [
      { request: { resource: '//storage.googleapis.com/orders-bucket' }, response: granted.iamPolicy },
      { request: { contentType: 'IAM_POLICY' }, response: {} },
    ],
  );
});

test('a kind of which a project has nothing is known to be empty', async () => {
  const run = await collectFromFake({ routes: { ...organization, [ASSETS]: inventory }, asked });
  assert.deepEqual(
    (run.records.get('orders-dev container.googleapis.com:clusters') ?? []).map(({ response }) => response),
    [{ assets: [] }],
  );
});

test('a type that the inventory does not know is asked of its own API', async () => {
  const picky = (url: URL): FakeAnswer =>
    url.searchParams.getAll('assetTypes').includes('redis.googleapis.com/Instance')
      ? { status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'unsupported asset type' } } }
      : inventory(url);
  const services = { body: { services: [{ name: 'projects/111/services/redis.googleapis.com' }] } };
  const run = await collectFromFake({
    routes: { ...organization, [ASSETS]: picky, 'serviceusage.googleapis.com/v1/projects/orders-prod/services': services },
    asked,
  });
  assert.deepEqual(namesOf(run, 'orders-prod'), ['orders-bucket', 'orders-logs']);
  assert.ok(run.requests.some((each) => each.includes('redis.googleapis.com/v1/projects/orders-prod/locations/-/instances')));
  assert.deepEqual(
    run.outcome.gaps.filter(({ scope }) => scope.includes('cloudasset')),
    [],
  );
});

test('without the inventory every service is asked, and what only it knows is a gap', async () => {
  const run = await collectFromFake({
    routes: {
      ...organization,
      [ASSETS]: refusal('cloudasset.assets.listIamPolicy'),
      'storage.googleapis.com/storage/v1/b': { body: { items: [{ name: 'x' }] } },
    },
    asked,
  });
  assert.deepEqual(namesOf(run, 'orders-dev'), ['x']);
  assert.deepEqual(
    run.outcome.gaps.filter(({ scope }) => scope.includes('cloudasset')),
    [
      {
        scope: 'gcp:organizations-987654321098:global:cloudasset.googleapis.com',
        operation: 'assets.IAM_POLICY',
        reason: 'PERMISSION_DENIED',
        permission: 'cloudasset.assets.listIamPolicy',
      },
    ],
  );
});

test('an inventory that breaks off leaves what it has told, and a gap', async () => {
  const broken = (url: URL): FakeAnswer =>
    url.searchParams.get('pageToken') === null ? inventory(url) : { status: 500, body: { error: { status: 'INTERNAL', message: 'oops' } } };
  const run = await collectFromFake({ routes: { ...organization, [ASSETS]: broken }, asked });
  assert.deepEqual(namesOf(run, 'orders-prod'), ['orders-bucket', 'orders-logs']);
  const last = run.records.get('orders-dev storage.googleapis.com:buckets')?.at(-1);
  assert.equal(last?.error?.code, 'INTERNAL');
  assert.deepEqual(
    run.outcome.gaps.map(({ operation, reason }) => `${operation} ${reason}`),
    ['assets.RESOURCE INTERNAL'],
  );
});

test('what was answered before a stop is not asked again', async () => {
  const known = new Map<string, CallRecord>();
  const routes = { ...organization, [ASSETS]: inventory };
  await collectFromFake({ routes, asked, known });
  const again = await collectFromFake({ routes, asked, known });
  // The hierarchy may have changed; everything else is there.
  assert.deepEqual(
    again.requests.filter((each) => !/cloudresourcemanager\.googleapis\.com\/v3\/(?:projects|folders)\?/.test(each)),
    [],
  );
});

test('what folders and the organization say of a project is kept with it, and asked once', async () => {
  const ancestry = (id: string): FakeAnswer => ({
    body: { ancestor: [{ resourceId: { type: 'project', id } }, { resourceId: { type: 'organization', id: '987654321098' } }] },
  });
  const policy = { auditConfigs: [{ service: 'allServices', auditLogConfigs: [{ logType: 'DATA_READ' }] }] };
  const run = await collectFromFake({
    routes: {
      ...organization,
      [ASSETS]: inventory,
      'cloudresourcemanager.googleapis.com/v1/projects/orders-prod:getAncestry': ancestry('orders-prod'),
      'cloudresourcemanager.googleapis.com/v1/projects/orders-dev:getAncestry': ancestry('orders-dev'),
      [`${RESOURCES}/organizations/987654321098:getIamPolicy`]: { body: policy },
    },
    asked,
  });
  for (const project of ['orders-prod', 'orders-dev'])
    assert.deepEqual(run.records.get(`${project} cloudresourcemanager.googleapis.com:ancestors.getIamPolicy`)?.[0]?.response, policy);
  const asks = run.requests.filter((each) => each === `POST ${RESOURCES}/organizations/987654321098:getIamPolicy`);
  // Once for the organization itself, once for all of its projects.
  assert.ok(asks.length <= 2, asks.join('\n'));
});

test('what the inventory lacks is asked about the things that it told of', async () => {
  const instance = {
    name: '//cloudsql.googleapis.com/projects/orders-prod/instances/orders-db',
    assetType: 'sqladmin.googleapis.com/Instance',
    ancestors: ['projects/111'],
    resource: { data: { name: 'orders-db', project: 'orders-prod', state: 'RUNNABLE', rootPassword: 'x' } },
  };
  const databases = (url: URL): FakeAnswer =>
    url.searchParams.get('contentType') === 'RESOURCE' && url.searchParams.getAll('assetTypes').includes('sqladmin.googleapis.com/Instance')
      ? { body: { assets: [instance] } }
      : { body: {} };
  const run = await collectFromFake({
    routes: {
      ...organization,
      [ASSETS]: databases,
      'serviceusage.googleapis.com/v1/projects/orders-prod/services': {
        body: { services: [{ name: 'projects/111/services/sqladmin.googleapis.com' }] },
      },
      'sqladmin.googleapis.com/v1/projects/orders-prod/instances/orders-db/users': {
        body: { items: [{ name: 'root', instance: 'orders-db' }] },
      },
    },
    asked,
  });
  const [users] = run.records.get('orders-prod sqladmin.googleapis.com:users') ?? [];
  assert.deepEqual(users?.response, { items: [{ name: 'root', instance: 'orders-db' }] });
  const [kept] = run.records.get('orders-prod sqladmin.googleapis.com:instances') ?? [];
  assert.ok(JSON.stringify(kept?.response).includes('"rootPassword":{"$redacted":"mark"}'));
});
