import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSecret, sealSecret, secretKey } from './secrets.ts';

test('a sealed secret opens with its key for its purpose only, and not when it was changed', () => {
  const key = randomBytes(32);
  const sealed = sealSecret(key, 'setting:oidc', 'client secret');
  assert.ok(!sealed.includes('client'));
  assert.equal(openSecret(key, 'setting:oidc', sealed), 'client secret');
  assert.equal(openSecret(key, 'setting:mail', sealed), null);
  assert.equal(openSecret(randomBytes(32), 'setting:oidc', sealed), null);
  const [version = '', nonce = '', tag = '', text = ''] = sealed.split('.');
  const other = Buffer.from(text, 'base64url').map((byte, index) => (index === 0 ? byte ^ 1 : byte));
  assert.equal(openSecret(key, 'setting:oidc', [version, nonce, tag, Buffer.from(other).toString('base64url')].join('.')), null);
  assert.equal(openSecret(key, 'setting:oidc', [version, nonce, tag.slice(0, 6), text].join('.')), null);
  assert.equal(openSecret(key, 'setting:oidc', 'v1'), null);
});

test('the key is made once, for its owner alone, or given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-key-'));
  try {
    const first = secretKey(folder, null);
    assert.equal(first.length, 32);
    assert.deepEqual(secretKey(folder, null), first);
    assert.equal(statSync(join(folder, 'secret.key')).mode & 0o777, 0o600);
    const given = randomBytes(32);
    assert.deepEqual(secretKey(folder, given.toString('base64')), given);
    assert.throws(() => secretKey(folder, 'short'), /no key/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
