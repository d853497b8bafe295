/** Passkeys against an authenticator of software: CBOR by hand, ES256. */
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { test } from 'node:test';
import type { Answered, TestAnswer, TestClient } from '../../testing/index.ts';
import { TEST_ORIGIN, sessionOf, testServer } from '../../testing/index.ts';

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();
/** Bits of the authenticator's data (WebAuthn §6.1). */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

interface Forged {
  readonly origin?: string;
  readonly host?: string;
  readonly flags?: number;
  readonly counter?: number;
  readonly key?: KeyObject;
  readonly challenge?: string;
  readonly type?: string;
}

class Authenticator {
  readonly id = sha256(String(Math.random())).toString('base64url');
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;

  register(challenge: string, forged: Forged = {}) {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, 'base64url'),
    ]);
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
    const data = Buffer.concat([this.#head({ flags: PRESENT | VERIFIED | ATTESTED, ...forged }), attested]);
    // { fmt: 'none', attStmt: {}, authData: data }
    const object = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    const client = clientData({ type: 'webauthn.create', challenge, ...forged });
    return {
      ...this.#common(),
      response: { clientDataJSON: client.toString('base64url'), attestationObject: object.toString('base64url'), transports: ['internal'] },
    };
  }

  answer(challenge: string, forged: Forged = {}) {
    this.counter += 1;
    const data = this.#head(forged);
    const client = clientData({ type: 'webauthn.get', challenge, ...forged });
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), forged.key ?? this.keys.privateKey);
    return {
      ...this.#common(),
      response: {
        ...{ clientDataJSON: client.toString('base64url'), authenticatorData: data.toString('base64url') },
        signature: signature.toString('base64url'),
      },
    };
  }

  #common() {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} };
  }

  #head({ host = new URL(TEST_ORIGIN).hostname, flags = PRESENT | VERIFIED, counter = this.counter }: Forged): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(host), Buffer.from([flags]), count]);
  }
}

function clientData({ type, challenge, origin = TEST_ORIGIN }: { type?: string; challenge: string; origin?: string }): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

async function begin(client: TestClient, path: string): Promise<Answered> {
  return (await client(path, { method: 'POST' })).json();
}

async function signInWith(client: TestClient, authenticator: Authenticator, forged: Forged = {}): Promise<TestAnswer> {
  const { id, options } = await begin(client, '/session/passkey/begin');
  return client('/session/passkey', {
    method: 'POST',
    body: { id, response: authenticator.answer(forged.challenge ?? options.challenge, forged) },
  });
}

test('a passkey that was added here signs in without a password, until it is removed or its owner leaves', async () => {
  const server = await testServer();
  const own = await server.signedIn('security');
  const authenticator = new Authenticator();
  const { id, options } = await begin(own, '/account/passkeys/begin');
  assert.deepEqual([options.rp, options.attestation], [{ name: 'kumomori', id: 'console.example.com' }, 'none']);
  const added = await own('/account/passkeys', {
    method: 'POST',
    body: { id, name: 'laptop', response: authenticator.register(options.challenge) },
  });
  assert.equal(added.status, 204, await added.text());
  const answer = await signInWith(server.anonymous, authenticator);
  assert.equal(answer.status, 200);
  const session = server.withSession(sessionOf(answer) ?? '');
  assert.equal((await (await session('/session')).json()).user.email, own.email);
  const account = await (await session('/account')).json();
  assert.deepEqual(
    account.passkeys.map(({ name }) => name),
    ['laptop'],
  );
  assert.equal((await (await server.signedIn('admin'))(`/account/passkeys/${authenticator.id}`, { method: 'DELETE' })).status, 404);
  await server.team.store.system((tx) => tx.updateTable('users').set({ active: false }).where('email', '=', own.email).execute());
  assert.equal((await signInWith(server.anonymous, authenticator)).status, 401);
  await server.team.store.system((tx) => tx.updateTable('users').set({ active: true }).execute());
  assert.equal((await own(`/account/passkeys/${authenticator.id}`, { method: 'DELETE' })).status, 204);
  assert.equal((await signInWith(server.anonymous, authenticator)).status, 401);
});

test('no passkey is added with another origin, host or challenge, without verification, twice, or into another account', async () => {
  const server = await testServer();
  const own = await server.signedIn('security');
  const other = await server.signedIn('member');
  const authenticator = new Authenticator();
  const add = async (client: TestClient, forged: Forged, by: TestClient = client): Promise<number> => {
    const { id, options } = await begin(client, '/account/passkeys/begin');
    const response = authenticator.register(forged.challenge ?? options.challenge, forged);
    return (await by('/account/passkeys', { method: 'POST', body: { id, name: 'x', response } })).status;
  };
  const wrong: readonly Forged[] = [
    { origin: 'https://console.example.net' },
    { origin: 'http://console.example.com' },
    { host: 'example.net' },
    { challenge: 'AAAA' },
    { flags: PRESENT | ATTESTED },
    { flags: VERIFIED | ATTESTED },
    { type: 'webauthn.get' },
  ];
  for (const forged of wrong) assert.equal(await add(own, forged), 401, JSON.stringify(forged));
  assert.equal(await add(own, {}, other), 401);
  assert.equal(await add(own, {}), 204);
  assert.equal(await add(other, {}), 401);
});

test('no answer signs in that is of another key, origin, host or challenge, unverified, or replayed', async () => {
  const server = await testServer();
  const own = await server.signedIn('security');
  const authenticator = new Authenticator();
  const { id, options } = await begin(own, '/account/passkeys/begin');
  await own('/account/passkeys', { method: 'POST', body: { id, name: 'laptop', response: authenticator.register(options.challenge) } });
  const wrong: readonly Forged[] = [
    { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    { origin: 'https://console.example.net' },
    { host: 'example.net' },
    { challenge: 'AAAA' },
    { flags: PRESENT },
    { type: 'webauthn.create' },
  ];
  for (const forged of wrong)
    assert.equal((await signInWith(server.anonymous, authenticator, forged)).status, 401, JSON.stringify(Object.keys(forged)));
  assert.equal((await signInWith(server.anonymous, authenticator)).status, 200);
  // A copy of the key counts behind the original.
  assert.equal((await signInWith(server.anonymous, authenticator, { counter: 1 })).status, 401);
  const begun = await begin(server.anonymous, '/session/passkey/begin');
  const body = { id: begun.id, response: authenticator.answer(begun.options.challenge) };
  assert.equal((await server.anonymous('/session/passkey', { method: 'POST', body })).status, 200);
  assert.equal((await server.anonymous('/session/passkey', { method: 'POST', body })).status, 401);
  const late = await begin(server.anonymous, '/session/passkey/begin');
  server.setNow('2026-11-02T00:10:01.000Z');
  const answer = { id: late.id, response: authenticator.answer(late.options.challenge) };
  assert.equal((await server.anonymous('/session/passkey', { method: 'POST', body: answer })).status, 401);
  assert.equal(
    (await server.anonymous('/session/passkey', { method: 'POST', body: { ...answer, response: { ...answer.response, id: 'AA' } } }))
      .status,
    401,
  );
});
