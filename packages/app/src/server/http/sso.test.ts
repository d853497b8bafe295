/** Single sign-on against a provider of this file: discovery, keys, tokens, and what a wrong one would send. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { openTeam } from '../../team/index.ts';
import { createApp } from './index.ts';
import { routes } from './routes/index.ts';
import type { TestServer } from '../../testing/index.ts';
import { TEST_ORIGIN, sessionOf, testServer } from '../../testing/index.ts';

const CLIENT = 'kumomori-console';
const SECRET = 'a secret of the client';
const BROWSER = '__Host-kumomori-oidc';

interface Lies {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
}

/** What the provider says next; tests change it. */
let lies: Lies = {};
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Code → what was asked for with it. */
const asked = new Map<string, URLSearchParams>();

const server = createServer((request, response) => {
  void answer(request).then(({ status = 200, body }) => {
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(body));
  });
});
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
// It ends with the process of the test.
server.unref();
const address = server.address();
const issuer = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;

async function answer(request: IncomingMessage): Promise<{ status?: number; body: unknown }> {
  if (request.url === '/.well-known/openid-configuration')
    return {
      body: {
        ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` },
        ...{ response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
      },
    };
  if (request.url === '/keys')
    return { body: { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] } };
  let text = '';
  for await (const part of request) text += String(part);
  const form = new URLSearchParams(text);
  const begun = asked.get(form.get('code') ?? '');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64')
    .toString()
    .replaceAll('+', ' ');
  const isClient = decodeURIComponent(basic) === `${CLIENT}:${SECRET}`;
  const isRight = begun?.get('code_challenge') === challenge && isClient;
  if (!isRight || begun.get('redirect_uri') !== form.get('redirect_uri')) return { status: 400, body: { error: 'invalid_grant' } };
  return { body: { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken(begun.get('nonce') ?? '') } };
}

function idToken(nonce: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: CLIENT,
    sub: 'taro-1',
    iat: now,
    exp: now + 60,
    nonce,
    email: 'taro@example.com',
    name: 'Taro',
    ...lies.claims,
  };
  const header = { alg: 'RS256', kid: 'one', ...lies.header };
  const [head, body] = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  if (header.alg === 'none') return `${head}.${body}.`;
  return `${head}.${body}.${sign('sha256', Buffer.from(`${head}.${body}`), lies.key ?? keys.privateKey).toString('base64url')}`;
}

interface Provider {
  readonly rules?: readonly object[];
  readonly createPeople?: boolean;
  readonly trustMail?: boolean;
}

async function withProvider({ rules = [], createPeople = true, trustMail = false }: Provider = {}): Promise<
  TestServer & { request: (path: string, cookie?: string) => Promise<Response> }
> {
  lies = { claims: { email_verified: true } };
  asked.clear();
  const base = await testServer();
  const team = openTeam({ ...base.team, secretKey: base.team.secretKey, outgoing: { allowHttp: true, allow: ['127.0.0.0/8'] } });
  await base.team.store.system((tx) =>
    tx
      .insertInto('departments')
      .values(
        ['sales', 'hr'].map((id) => ({ id, name: JSON.stringify({ en: id, ja: id }), mail: null, manager_mail: null, external_id: null })),
      )
      .execute(),
  );
  const app = createApp({ team, origin: TEST_ORIGIN, routes, files: null, log: { info: () => undefined, error: () => undefined } });
  const admin = await base.as('admin');
  const { changeOidc } = await import('../../team/index.ts');
  const settings = { enabled: true, label: 'Example', issuer, clientId: CLIENT, scopes: [], createPeople, trustMail };
  await changeOidc(team, admin, { ...settings, rules: rules as never, secret: SECRET });
  return {
    ...base,
    team,
    request: async (path, cookie = '') => app.request(`/api/v1${path}`, { headers: { cookie } }, { address: '192.0.2.1' }),
  };
}

type Sso = Awaited<ReturnType<typeof withProvider>>;

async function begin({ request }: Sso): Promise<{ cookie: string; code: string; state: string }> {
  const begun = await request('/oidc/begin');
  assert.equal(begun.status, 303);
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  assert.match(begun.headers.getSetCookie()[0] ?? '', /; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/u);
  const query = new URL(begun.headers.get('location') ?? '').searchParams;
  assert.deepEqual(
    [query.get('code_challenge_method'), query.get('redirect_uri'), query.get('client_id')],
    ['S256', `${TEST_ORIGIN}/api/v1/oidc/callback`, CLIENT],
  );
  const code = `code-${asked.size + 1}`;
  asked.set(code, query);
  return { cookie, code, state: query.get('state') ?? '' };
}

async function come(sso: Sso): Promise<{ readonly location: string | null; readonly session: string | null }> {
  const { cookie, code, state } = await begin(sso);
  const answered = await sso.request(`/oidc/callback?code=${code}&state=${state}`, cookie);
  return { location: answered.headers.get('location'), session: sessionOf(answered) };
}

test('somebody new comes in with the role and the departments that the rules give, and is asked again at every sign-in', async () => {
  const rules = [
    { claim: 'groups', value: 'cloud', role: 'security', departments: [] },
    { claim: 'groups', value: 'sales', role: null, departments: ['sales'] },
    { claim: 'https://example.com/unit', value: 'hr', role: 'auditor', departments: ['hr'] },
  ];
  const sso = await withProvider({ rules });
  lies = { claims: { email_verified: true, groups: ['cloud', 'sales'], 'https://example.com/unit': 'hr' } };
  const first = await come(sso);
  assert.equal(first.location, '/');
  const seen = async (session: string | null) => (await (await sso.withSession(session ?? '')('/session')).json()).user;
  const user = await seen(first.session);
  assert.deepEqual([user.email, user.name, user.role, user.departments], ['taro@example.com', 'Taro', 'security', ['hr', 'sales']]);
  lies = { claims: { email_verified: true, groups: ['sales'], email: 'new-name@example.com' } };
  const again = await seen((await come(sso)).session);
  assert.deepEqual([again.id, again.role, again.departments], [user.id, 'member', ['sales']]);
});

test('what is wrong with a token lets nobody in', async () => {
  const sso = await withProvider();
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const past = Math.floor(Date.now() / 1000) - 3_600;
  const wrong: Readonly<Record<string, Lies>> = {
    'another nonce': { claims: { nonce: 'another' } },
    'no nonce': { claims: { nonce: undefined } },
    'another audience': { claims: { aud: 'somebody-else' } },
    'several audiences without the one it was made for': { claims: { aud: [CLIENT, 'other'], azp: 'other' } },
    'another issuer': { claims: { iss: 'https://login.example.net' } },
    expired: { claims: { iat: past - 60, exp: past } },
    'no algorithm': { header: { alg: 'none' } },
    'an algorithm of shared secrets': { header: { alg: 'HS256' } },
    'another key': { key: foreign },
    'an unknown key id': { header: { kid: 'two' } },
    'no subject': { claims: { sub: undefined } },
  };
  for (const [name, lie] of Object.entries(wrong)) {
    lies = { ...lie, claims: { email_verified: true, ...lie.claims } };
    const { location, session } = await come(sso);
    assert.deepEqual([location, session], ['/#sign-in=sso-failed', null], name);
  }
  lies = { claims: { email_verified: true } };
  assert.equal((await come(sso)).location, '/');
});

test('what comes back belongs to the browser that began, to its state, and counts once', async () => {
  const sso = await withProvider();
  const one = await begin(sso);
  const two = await begin(sso);
  const back = async (query: string, cookie: string) => (await sso.request(`/oidc/callback?${query}`, cookie)).headers.get('location');
  // State and browser of two different beginnings.
  assert.equal(await back(`code=${one.code}&state=${two.state}`, one.cookie), '/#sign-in=sso-failed');
  // A link that somebody else sends: no cookie.
  assert.equal(await back(`code=${two.code}&state=${two.state}`, ''), '/#sign-in=sso-failed');
  const three = await begin(sso);
  assert.equal(await back(`code=${three.code}`, three.cookie), '/#sign-in=sso-failed');
  const four = await begin(sso);
  assert.equal(await back('error=access_denied', four.cookie), '/#sign-in=sso-failed');
  const five = await begin(sso);
  assert.equal(await back(`code=${five.code}&state=${five.state}`, five.cookie), '/');
  assert.equal(await back(`code=${five.code}&state=${five.state}`, five.cookie), '/#sign-in=sso-failed');
  const six = await begin(sso);
  // A code of another beginning does not fit the verifier of this one.
  assert.equal(await back(`code=${five.code}&state=${six.state}`, six.cookie), '/#sign-in=sso-failed');
  const seven = await begin(sso);
  sso.setNow('2026-11-02T00:10:01.000Z');
  assert.equal(await back(`code=${seven.code}&state=${seven.state}`, seven.cookie), '/#sign-in=sso-failed');
  assert.ok(one.cookie.startsWith(`${BROWSER}=`));
});

test('nobody becomes another person by an address that the provider did not confirm', async () => {
  const sso = await withProvider({ createPeople: false });
  const local = await sso.as('admin');
  lies = { claims: { email: local.email } };
  assert.equal((await come(sso)).location, '/#sign-in=sso-unknown');
  lies = { claims: { email: local.email, email_verified: 'true' } };
  assert.equal((await come(sso)).location, '/#sign-in=sso-unknown');
  lies = { claims: { email: local.email, email_verified: true } };
  assert.equal((await come(sso)).location, '/');
  // From now on the address belongs to that subject.
  lies = { claims: { email: local.email, email_verified: true, sub: 'another' } };
  assert.equal((await come(sso)).location, '/#sign-in=sso-unknown');
  await sso.team.store.system((tx) => tx.updateTable('users').set({ active: false }).execute());
  lies = { claims: { email: local.email, email_verified: true } };
  assert.equal((await come(sso)).location, '/#sign-in=sso-unknown');
});

test('the secret is written and never read, is not in the audit trail, and follows no change of the issuer', async () => {
  const sso = await withProvider();
  const admin = await sso.signedIn('admin');
  const { settings } = await (await admin('/sso')).json();
  assert.equal(settings.hasSecret, true);
  const { rows } = await sso.team.store.execute(
    `select value::text from kumomori.settings union all select detail::text from kumomori.audit_entries`,
  );
  assert.ok(!JSON.stringify(rows).includes(SECRET));
  assert.ok(!JSON.stringify(settings).includes(SECRET));
  const { hasSecret: _, ...kept } = settings;
  // This client's server asks the internet only: an issuer inside is refused.
  for (const wrong of [
    'http://127.0.0.1/',
    'https://169.254.169.254/',
    'https://localhost/',
    'https://10.0.0.1',
    'file:///etc/passwd',
    'https://0x7f.1/',
    'https://a:b@example.com',
  ])
    assert.equal((await admin('/sso', { method: 'PUT', body: { ...kept, issuer: wrong } })).status, 422, wrong);
  assert.equal((await admin('/sso', { method: 'PUT', body: { ...kept, issuer: 'https://login.example.com' } })).status, 204);
  assert.equal((await (await admin('/sso')).json()).settings.hasSecret, false);
});
