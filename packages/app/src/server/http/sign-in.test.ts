/** Coming in: passwords, codes, recovery codes, forced changes, throttling, cookies, the life of a session. */
import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { test } from 'node:test';
import { addUser } from '../../team/index.ts';
import { hotp } from '../../team/access/totp.ts';
import type { TestAnswer, TestClient, TestServer } from '../../testing/index.ts';
import { TEST_PASSWORD, sessionOf, testServer } from '../../testing/index.ts';

const EMAIL = 'hanako@example.com';

async function withPerson(mustChange = false): Promise<TestServer> {
  const server = await testServer();
  await addUser(server.team, server.system, { email: EMAIL, name: 'Hanako', role: 'security', password: null, mustChange });
  await server.team.store.system((tx) =>
    tx
      .updateTable('credentials')
      .set({ password_hash: cheapHash(TEST_PASSWORD) })
      .execute(),
  );
  return server;
}

/** As passwords are kept, but at a cost that tests can pay. */
function cheapHash(password: string): string {
  const salt = Buffer.alloc(16, 1);
  return ['scrypt', 4, 8, 1, salt.toString('base64url'), scryptSync(password, salt, 32, { N: 16 }).toString('base64url')].join('$');
}

function signIn(client: TestClient, more: object = {}): Promise<TestAnswer> {
  return client('/session', { method: 'POST', body: { email: EMAIL, password: TEST_PASSWORD, ...more } });
}

async function problem(answer: TestAnswer): Promise<readonly [number, string, string | null]> {
  const { code, reason } = await answer.json();
  return [answer.status, code, reason];
}

test('the cookie of a session is for this host, for https and for no script, and is new at every sign-in', async () => {
  const server = await withPerson();
  const answer = await signIn(server.anonymous);
  assert.equal(answer.status, 200);
  assert.match(
    answer.headers.getSetCookie()[0] ?? '',
    /^__Host-kumomori=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/u,
  );
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const first = sessionOf(answer) ?? '';
  // Fixation: an id that was there before is not taken over.
  const planted = await signIn(server.withSession('A'.repeat(43)));
  assert.notEqual(sessionOf(planted), 'A'.repeat(43));
  assert.equal((await (await server.withSession('A'.repeat(43))('/session')).json()).user, null);
  const again = sessionOf(await signIn(server.withSession(first)));
  assert.notEqual(again, first);
});

test('a session ends by signing out, after two hours without use, and after twelve hours with it', async () => {
  const server = await withPerson();
  const open = async () => server.withSession(sessionOf(await signIn(server.anonymous)) ?? '');
  const status = async (client: TestClient) => (await client('/findings')).status;
  const left = await open();
  assert.equal((await left('/session', { method: 'DELETE' })).status, 204);
  assert.equal(await status(left), 401);
  const idle = await open();
  server.setNow('2026-11-02T02:00:00.000Z');
  assert.equal(await status(idle), 200);
  server.setNow('2026-11-02T04:00:01.000Z');
  assert.equal(await status(idle), 401);
  const busy = await open();
  for (let hour = 5; hour < 16; hour++) {
    server.setNow(`2026-11-02T${String(hour).padStart(2, '0')}:00:00.000Z`);
    assert.equal(await status(busy), 200);
  }
  server.setNow('2026-11-02T16:00:01.000Z');
  assert.equal(await status(busy), 401);
});

test('a wrong address, a wrong password and a person without access are one refusal', async () => {
  const server = await withPerson();
  const wrong = await problem(await signIn(server.anonymous, { password: 'something else entirely' }));
  assert.deepEqual(wrong, [401, 'wrong-credentials', null]);
  assert.deepEqual(await problem(await signIn(server.anonymous, { email: 'nobody@example.com' })), wrong);
  await server.team.store.system((tx) => tx.updateTable('users').set({ active: false }).execute());
  assert.deepEqual(await problem(await signIn(server.anonymous)), wrong);
});

test('guessing is slowed for the account from anywhere and for the address over all accounts; what succeeds is not counted', async () => {
  const server = await withPerson();
  await server.team.store.system((tx) => tx.updateTable('credentials').set({ password_hash: null }).execute());
  await server.team.store.system((tx) =>
    tx
      .insertInto('throttles')
      .values([{ key: `login:${EMAIL}`, tokens: 1, at: server.team.now() }])
      .execute(),
  );
  assert.equal((await signIn(server.anonymous, { address: '192.0.2.7' })).status, 401);
  const refused = await signIn(server.anonymous, { email: EMAIL.toUpperCase() });
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  await server.team.store.system((tx) => tx.deleteFrom('throttles').execute());
  await server.team.store.system((tx) =>
    tx.insertInto('throttles').values({ key: 'login-from:192.0.2.1', tokens: 0.2, at: server.team.now() }).execute(),
  );
  assert.equal((await signIn(server.anonymous, { email: 'other@example.com' })).status, 429);
});

test('with an authenticator app the password is not enough, a code is taken once, a recovery code too', async () => {
  const server = await withPerson();
  const own = server.withSession(sessionOf(await signIn(server.anonymous)) ?? '');
  const { id, secret, uri } = await (await own('/account/totp/begin', { method: 'POST' })).json();
  assert.match(uri, /^otpauth:\/\/totp\/kumomori:hanako%40example\.com\?secret=/u);
  const code = (steps: number) => hotp(bytesOf(secret), Math.floor(server.team.now().getTime() / 30_000) + steps);
  assert.deepEqual(await problem(await own('/account/totp', { method: 'POST', body: { id, code: '000000' } })), [
    401,
    'second-factor',
    'wrong-code',
  ]);
  const begun = await (await own('/account/totp/begin', { method: 'POST' })).json();
  const secondCode = (steps: number) => hotp(bytesOf(begun.secret), Math.floor(server.team.now().getTime() / 30_000) + steps);
  assert.notEqual(begun.secret, secret);
  const { recoveryCodes } = await (await own('/account/totp', { method: 'POST', body: { id: begun.id, code: secondCode(0) } })).json();
  assert.equal(recoveryCodes.length, 10);
  assert.ok(code(0) !== secondCode(0));
  // The secret is not in the database in the clear, nor are the codes.
  const { rows } = await server.team.store.execute(
    `select encode(totp_secret, 'escape') as secret, recovery_hashes::text as codes from kumomori.credentials`,
  );
  const kept = JSON.stringify(rows);
  assert.ok(!kept.includes(begun.secret) && !kept.includes(bytesOf(begun.secret).toString('base64')));
  assert.ok(!kept.includes(recoveryCodes[0] ?? ''));

  assert.deepEqual(await problem(await signIn(server.anonymous)), [401, 'second-factor', 'code-needed']);
  // The code that confirmed the app is used up.
  assert.deepEqual(await problem(await signIn(server.anonymous, { code: secondCode(0) })), [401, 'second-factor', 'wrong-code']);
  assert.equal((await signIn(server.anonymous, { code: secondCode(1) })).status, 200);
  assert.equal((await signIn(server.anonymous, { code: secondCode(1) })).status, 401);
  assert.equal((await signIn(server.anonymous, { code: recoveryCodes[3]?.toLowerCase() })).status, 200);
  assert.equal((await signIn(server.anonymous, { code: recoveryCodes[3] })).status, 401);
  assert.deepEqual(await (await own('/account')).json(), { password: true, totp: true, recoveryCodes: 9, passkeys: [] });
  // A code alone, without the password, opens nothing.
  assert.equal((await signIn(server.anonymous, { password: 'x', code: recoveryCodes[4] })).status, 401);
});

test('codes are guessed five times at most, whatever the password', async () => {
  const server = await withPerson();
  const own = server.withSession(sessionOf(await signIn(server.anonymous)) ?? '');
  const { id, secret } = await (await own('/account/totp/begin', { method: 'POST' })).json();
  const code = hotp(bytesOf(secret), Math.floor(server.team.now().getTime() / 30_000));
  await own('/account/totp', { method: 'POST', body: { id, code } });
  const guesses: number[] = [];
  for (let guess = 0; guess < 6; guess++)
    guesses.push((await own('/account/totp', { method: 'DELETE', body: { code: `00000${guess}` } })).status);
  assert.deepEqual(guesses, [401, 401, 401, 401, 401, 429]);
});

test('a password that somebody else gave is replaced before anything else', async () => {
  const server = await withPerson(true);
  assert.deepEqual(await problem(await signIn(server.anonymous)), [401, 'password-change', null]);
  assert.deepEqual(await problem(await signIn(server.anonymous, { newPassword: TEST_PASSWORD })), [422, 'invalid', 'password-same']);
  assert.deepEqual(await problem(await signIn(server.anonymous, { newPassword: 'short' })), [422, 'invalid', 'password-length']);
  assert.deepEqual(await problem(await signIn(server.anonymous, { newPassword: 'kumomori12345678' })), [422, 'invalid', 'password-weak']);
  const next = 'a quite different sentence';
  assert.equal((await signIn(server.anonymous, { newPassword: next })).status, 200);
  assert.equal((await signIn(server.anonymous, { password: next })).status, 200);
});

test('a changed password ends all other sessions and voids the old one', async () => {
  const server = await withPerson();
  const [one, two] = await Promise.all([signIn(server.anonymous), signIn(server.anonymous)]);
  const own = server.withSession(sessionOf(one) ?? '');
  const other = server.withSession(sessionOf(two) ?? '');
  const next = 'a quite different sentence';
  const wrong = await own('/account/password', { method: 'PUT', body: { current: 'not the one', next } });
  assert.deepEqual(await problem(wrong), [401, 'wrong-credentials', 'wrong-password']);
  assert.equal((await own('/account/password', { method: 'PUT', body: { current: TEST_PASSWORD, next } })).status, 204);
  assert.equal((await own('/account')).status, 200);
  assert.equal((await other('/account')).status, 401);
  assert.equal((await signIn(server.anonymous)).status, 401);
});

test('one ends one’s own sessions elsewhere, and never those of others', async () => {
  const server = await withPerson();
  const own = server.withSession(sessionOf(await signIn(server.anonymous)) ?? '');
  const elsewhere = server.withSession(sessionOf(await signIn(server.anonymous)) ?? '');
  const stranger = await server.signedIn('admin');
  const { sessions } = await (await own('/account/sessions')).json();
  assert.deepEqual(sessions.map(({ isThis }) => String(isThis)).toSorted(), ['false', 'true']);
  const id = sessions.find(({ isThis }) => !isThis)?.id ?? '';
  assert.equal((await stranger(`/account/sessions/${id}`, { method: 'DELETE' })).status, 404);
  // The id that is shown opens nothing.
  assert.equal((await server.withSession(id)('/account')).status, 401);
  assert.equal((await own(`/account/sessions/${id}`, { method: 'DELETE' })).status, 204);
  assert.equal((await elsewhere('/account')).status, 401);
});

test('a token does what its scopes say, never more than its owner, and makes no other way in', async () => {
  const server = await testServer();
  const security = await server.signedIn('security');
  const make = async (scopes: readonly string[] | null) =>
    server.withToken((await (await security('/account/tokens', { method: 'POST', body: { name: 'ci', scopes, days: 1 } })).json()).token);
  const all = await make(null);
  const one = await make(['findings.read']);
  assert.deepEqual([(await all('/findings')).status, (await one('/findings')).status], [200, 200]);
  assert.deepEqual([(await all('/sources')).status, (await one('/sources')).status], [200, 403]);
  assert.equal((await all('/people', { method: 'POST', body: {} })).status, 403);
  for (const [method, path] of [
    ['POST', '/account/tokens'],
    ['POST', '/account/totp/begin'],
    ['POST', '/account/passkeys/begin'],
    ['GET', '/account'],
  ] as const)
    assert.equal(
      (await all(path, { method, ...(path.endsWith('tokens') ? { body: { name: 'x', scopes: null, days: 1 } } : {}) })).status,
      403,
      path,
    );
  const { tokens } = await (await security('/account/tokens')).json();
  assert.ok(!JSON.stringify(tokens).includes('kumo_'));
  await security(`/account/tokens/${tokens[0]?.id}`, { method: 'DELETE' });
  assert.equal((await all('/findings')).status, 401);
  assert.equal((await (await server.signedIn('admin'))(`/account/tokens/${tokens[1]?.id}`, { method: 'DELETE' })).status, 404);
  server.setNow('2026-11-03T00:00:01.000Z');
  assert.equal((await one('/findings')).status, 401);
  assert.equal((await security('/account/tokens', { method: 'POST', body: { name: 'x', scopes: ['everything'], days: 1 } })).status, 401);
});

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((each) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(each).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((each) => Number.parseInt(each, 2)));
}
