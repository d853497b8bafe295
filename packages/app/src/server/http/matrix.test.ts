/** Every role on every route: what comes back is what the table of permissions says, for each cell; a route that nobody thought of fails here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPermission, permissions } from '../../team/index.ts';
import type { Role } from '../../team/index.ts';
import type { TestAnswer, TestClient } from '../../testing/index.ts';
import { testServer } from '../../testing/index.ts';
import type { RouteDefinition } from './definition.ts';
import { routes } from './index.ts';

const ROLES: readonly Role[] = ['admin', 'security', 'approver', 'auditor', 'member'];
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Without signing in: each one on purpose. */
const PUBLIC = ['getSession', 'signIn', 'beginPasskeySignIn', 'signInByPasskey', 'getSignInWays', 'beginSso', 'endSso', 'setUp'];
/** Whoever is signed in, whatever the role. */
const SIGNED_IN = ['signOut', 'getCheck', 'listen', 'listViews'];

function ask(
  client: TestClient,
  { method, path, body }: RouteDefinition,
  more: Readonly<Record<string, string>> = {},
): Promise<TestAnswer> {
  const filled = path.replaceAll(/\{\w+\}/gu, NOBODYS);
  return client(filled, { method: method.toUpperCase(), headers: more, ...(body ? { body: {} } : {}) });
}

async function close(answer: TestAnswer): Promise<number> {
  await answer.body?.cancel();
  return answer.status;
}

function mayBe(route: RouteDefinition, role: Role): boolean {
  if (!isPermission(route.access)) return true;
  const roles: readonly Role[] = permissions[route.access];
  return roles.includes(role);
}

test('what needs no signing in, or no right, is named here', () => {
  const named = (access: string) => routes.filter((route) => route.access === access).map(({ id }) => id);
  assert.deepEqual(named('public').toSorted(), PUBLIC.toSorted());
  assert.deepEqual(named('signed-in').toSorted(), SIGNED_IN.toSorted());
  for (const { id, access } of routes) assert.ok(access === 'public' || access === 'signed-in' || isPermission(access), id);
  assert.equal(new Set(routes.map(({ id }) => id)).size, routes.length);
  assert.equal(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size, routes.length);
});

test('what only reads is asked with GET, and an auditor has the right to nothing that writes but the own account', () => {
  const writes = routes.filter(
    ({ method, access }) => method !== 'get' && isPermission(access) && mayBe({ access } as RouteDefinition, 'auditor'),
  );
  assert.deepEqual(
    new Set(
      writes
        .map(({ access }) => access)
        .filter((access) => access !== 'self.manage' && !access.endsWith('.read') && access !== 'data.export'),
    ),
    new Set(),
  );
});

test('each cell of role and route', async () => {
  const server = await testServer();
  let cells = 0;
  for (const role of ROLES) {
    for (const route of routes) {
      if (route.id === 'signOut') continue;
      const status = await close(await ask(await server.signedIn(role), route));
      if (mayBe(route, role))
        assert.ok(status !== 403 && (status !== 401 || PUBLIC.includes(route.id)) && status < 500, `${role} ${route.id}: ${status}`);
      else assert.equal(status, 403, `${role} ${route.id}`);
      cells += 1;
    }
  }
  for (const route of routes) {
    const status = await close(await ask(server.anonymous, route));
    if (PUBLIC.includes(route.id)) assert.ok(status < 500, `${route.id}: ${status}`);
    else assert.equal(status, 401, route.id);
    cells += 1;
  }
  assert.deepEqual(server.logged, []);
  assert.equal(cells, routes.length * (ROLES.length + 1) - ROLES.length);
});

test('a token with one scope is refused on every route of another, and one without scopes on those of its owner’s role', async () => {
  const server = await testServer();
  const admin = await server.signedIn('admin');
  const make = async (scopes: readonly string[]) =>
    server.withToken((await (await admin('/account/tokens', { method: 'POST', body: { name: 'x', scopes, days: 1 } })).json()).token);
  const scoped = await make(['metrics.read']);
  for (const route of routes) {
    if (!isPermission(route.access) || route.access === 'metrics.read') continue;
    assert.equal(await close(await ask(scoped, route)), 403, route.id);
  }
  for (const wrong of ['kumo_unknown', 'x', `kumo_${'A'.repeat(10_000)}`])
    assert.equal(await close(await server.withToken(wrong)('/findings')), 401);
});

test('no page of another site changes anything: every route that writes looks at where the request came from', async () => {
  const server = await testServer();
  const admin = await server.signedIn('admin');
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example.net' },
    { origin: 'null' },
    { origin: 'http://console.example.com' },
    { origin: 'https://console.example.com.example.net' },
  ];
  for (const route of routes.filter(({ method }) => method !== 'get'))
    for (const headers of foreign) {
      const answer = await ask(admin, route, headers);
      assert.deepEqual([answer.status, (await answer.json()).reason], [403, 'other-origin'], `${route.id} ${JSON.stringify(headers)}`);
    }
  assert.equal((await admin('/session')).status, 200);
});

test('every route with a body takes JSON only, of a limited size', async () => {
  const server = await testServer();
  const admin = await server.signedIn('admin');
  for (const route of routes.filter(({ body }) => body)) {
    const path = route.path.replaceAll(/\{\w+\}/gu, NOBODYS);
    const method = route.method.toUpperCase();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain; application/json',
      'application/jsonx',
    ])
      assert.equal(await close(await admin(path, { method, raw: '{}', headers: { 'content-type': type } })), 422, `${route.id} ${type}`);
    assert.equal(await close(await admin(path, { method, raw: '{"a":' })), 422, route.id);
    const large = `"${'a'.repeat((route.maxBodyBytes ?? 1_048_576) + 1)}"`;
    assert.equal(await close(await admin(path, { method, raw: large })), 413, route.id);
  }
});

test('names of prototypes, deep nesting and long queries change nothing and break nothing', async () => {
  const server = await testServer();
  const admin = await server.signedIn('admin');
  const poisoned = [
    '{"__proto__":{"role":"admin","polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    'null',
    '[]',
    '"x"',
    '1e999',
  ];
  for (const route of routes.filter(({ body }) => body))
    for (const raw of [...poisoned, '{"name":"a\\u0000b"}']) {
      const status = await close(await admin(route.path.replaceAll(/\{\w+\}/gu, NOBODYS), { method: route.method.toUpperCase(), raw }));
      assert.ok(status < 500, `${route.id} ${raw.slice(0, 20)}: ${status}`);
    }
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  const many = Array.from({ length: 2_000 }, () => 'severity=high').join('&');
  assert.equal(await close(await admin(`/findings?${many}`)), 422);
  for (const query of [
    '__proto__=1',
    'severity[__proto__]=high',
    'limit=1e9',
    'limit=-1',
    'limit=0x10',
    'after=%00',
    'text=%F0%28',
    'text=%2525',
    `text=${'a'.repeat(201)}`,
  ])
    assert.ok((await close(await admin(`/findings?${query}`))) < 500, query);
  assert.deepEqual(server.logged, []);
});

test('an id that is no id, or one of a path, is refused without asking the database what it means', async () => {
  const server = await testServer();
  const admin = await server.signedIn('admin');
  for (const route of routes.filter(({ path }) => path.includes('{')))
    for (const id of ["'%20or%20'1'='1", '..%2F..%2Fetc%2Fpasswd', '%00', '%0d%0aset-cookie:%20a=b', '__proto__', 'a'.repeat(3_000)]) {
      const answer = await admin(route.path.replaceAll(/\{\w+\}/gu, id), {
        method: route.method.toUpperCase(),
        ...(route.body ? { body: {} } : {}),
      });
      assert.ok(answer.status >= 400 && answer.status < 500, `${route.id} ${id.slice(0, 30)}: ${answer.status}`);
      assert.deepEqual(answer.headers.getSetCookie(), []);
      await close(answer);
    }
  assert.deepEqual(server.logged, []);
});

test('every answer, refusals too, tells the browser to run and frame nothing of others and to keep nothing', async () => {
  const server = await testServer();
  const admin = await server.signedIn('admin');
  for (const answer of [await admin('/findings'), await server.anonymous('/findings'), await admin('/nothing'), await admin('//nothing')]) {
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/u);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/u);
    for (const [name, value] of [
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'same-origin'],
      ['strict-transport-security', 'max-age=31536000'],
    ] as const)
      assert.equal(answer.headers.get(name), value);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
  assert.equal((await admin('/findings')).headers.get('cache-control'), 'no-store');
});

test('a member is told nothing of what belongs to another department: no id opens it, no list names it', async () => {
  const server = await testServer();
  const { store } = server.team;
  const at = server.team.now();
  const marker = 'orders-of-hr';
  await store.system((tx) =>
    tx
      .insertInto('departments')
      .values(
        ['sales', 'hr'].map((id) => ({ id, name: JSON.stringify({ en: id, ja: id }), mail: null, manager_mail: null, external_id: null })),
      )
      .execute(),
  );
  const text = JSON.stringify({ en: marker, ja: marker });
  const ids = await store.system(async (tx) => {
    const source = await tx
      .insertInto('sources')
      .values({ kind: 'code', name: marker, settings: '{}', schedule: null, department_id: 'hr', created_by: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const finding = await tx
      .insertInto('findings')
      .values({
        ...{
          source_id: source.id,
          fingerprint: marker,
          check_id: 'aws-s3-bucket-versioning',
          verdict: 'fail',
          severity: 'high',
          severity_rank: 3,
        },
        ...{
          title: text,
          message: text,
          state: 'open',
          state_since: at,
          resource_type: 'aws.s3.bucket',
          resource_id: marker,
          resource_name: marker,
        },
        ...{ provider: 'aws', origin_kind: 'terraform', department_id: 'hr', first_seen: at, last_seen: at, judged_at: at, document: '{}' },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const resource = await tx
      .insertInto('resources')
      .values({
        ...{
          source_id: source.id,
          address: marker,
          type: 'aws.s3.bucket',
          cloud_id: marker,
          name: marker,
          provider: 'aws',
          department_id: 'hr',
        },
        ...{ account: null, region: null, environment: null, tags: '{}' },
        ...{ hash: Buffer.alloc(32), shape: '{}', first_seen: at, last_seen: at },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return [source.id, finding.id, resource.id];
  });
  const member = await server.signedIn('member', ['sales']);
  const owner = await server.signedIn('member', ['hr']);
  assert.ok((await (await owner('/findings')).text()).includes(marker));
  const bodies: Readonly<Record<string, unknown>> = { addComment: { text: 'mine now' } };
  for (const route of routes.filter(({ path }) => path.includes('{')))
    for (const id of ids) {
      const path = route.path.replaceAll(/\{\w+\}/gu, id);
      const answer = await member(path, { method: route.method.toUpperCase(), ...(route.body ? { body: bodies[route.id] ?? {} } : {}) });
      assert.ok(answer.status >= 400 && answer.status < 500, `${route.id}: ${answer.status}`);
      assert.ok(!(await answer.text()).includes(marker), route.id);
    }
  for (const route of routes.filter(({ path, method, id }) => !path.includes('{') && method === 'get' && id !== 'listen'))
    assert.ok(!(await (await member(route.path)).text()).includes(marker), route.id);
  const acted = await member('/findings/actions', { method: 'POST', body: { ids: [ids[1]], event: 'acknowledge' } });
  assert.ok(!(await acted.text()).includes('"done":["'));
});
