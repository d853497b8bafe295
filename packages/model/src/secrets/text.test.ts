import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentialOf, decodeBase64Text, findCredential } from './text.ts';

// Put together here so that no scanner takes this file for a leak.
const accessKey = ['AKIA', 'QWERTYUIOPASDFGH'].join('');
const secretKey = ['q7Rt2LmZx9VbN', 'hK3sPd8WfGyJc5TnAe1UoXi6Bm'].join('/');
const githubToken = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');

const values: readonly (readonly [string, string, string | null])[] = [
  ['DB_PASSWORD', 'correct-Horse7battery', 'password'],
  ['DB_PASSWORD', 'blue sky, 7 geese', 'password'],
  ['dbPassword', 'Winter2026!', 'password'],
  ['DB_PASSWORD', 'changeme', null],
  ['DB_PASSWORD', '${DB_PASSWORD}', null],
  ['DB_PASSWORD', '/orders/db/password', null],
  ['DB_PASSWORD', 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders', null],
  ['DB_PASSWORD', '{{resolve:ssm-secure:orders:1}}', null],
  ['DB_PASSWORD', '\uFFFC', null],
  ['DB_PASSWORD_FILE', '/run/secrets/db', null],
  ['DB_SECRET', 'orders-database-credentials', null],
  ['DB_SECRET', 'prod/orders/db', null],
  ['CLIENT_SECRET', 'q8Zr-77pLkTz01', 'password'],
  ['SORT_KEY', 'customer#1234567', null],
  ['TOKEN_URL', 'oauth.example.com', null],
  ['MAX_TOKEN', '4096', null],
  ['AWS_SECRET_ACCESS_KEY', secretKey, 'aws-secret-key'],
  ['AWS_SECRET_ACCESS_KEY', 'bar', null],
  ['ANYTHING', accessKey, 'aws-access-key'],
  ['ANYTHING', githubToken, 'service-token'],
  ['DATABASE_URL', ['postgres://orders:s3cr3tPw', 'db.example.com:5432/orders'].join('@'), 'connection-string'],
  ['DATABASE_URL', 'postgres://orders:${PW}@db.example.com:5432/orders', null],
  ['DATABASE_URL', 'postgres://db.example.com:5432/orders', null],
];

test('a value is a credential by its format, or by its name when it is a literal', () => {
  for (const [name, text, kind] of values) assert.equal(credentialOf(name, text), kind, `${name}=${text}`);
});

const texts: readonly (readonly [string, string, unknown])[] = [
  ['exported variable', '#!/bin/bash\nexport DB_PASSWORD=Winter2026!\n', { kind: 'password', line: 2 }],
  ['quoted with escapes', 'export ORDERS_PASSWORD=\\"Winter2026-orders\\"', { kind: 'password', line: 1 }],
  ['option of a command', 'mysql --user orders --password Winter2026! orders', { kind: 'password', line: 1 }],
  ['YAML', 'db:\n  password: "Winter2026!"\n', { kind: 'password', line: 2 }],
  ['private key', `a\nb\n-----BEGIN RSA ${'PRIVATE'} KEY-----\n`, { kind: 'private-key', line: 3 }],
  ['read from a store', 'DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id orders)', null],
  ['another variable', 'export DB_PASSWORD=$OTHER', null],
  ['an expression', 'token = response.token', null],
  ['a call', 'password=getpass()', null],
  ['a sentence', 'Enter the password to continue', null],
  ['too short to be one', 'export AWS_SECRET_ACCESS_KEY=bar', null],
];

test('a text is searched for assignments and formats, with the line', () => {
  for (const [name, text, expected] of texts) assert.deepEqual(findCredential(text), expected, name);
});

test('Base64 is decoded only when it holds readable text', () => {
  assert.equal(decodeBase64Text('ZXhwb3J0IFNUQUdFPXByb2R1Y3Rpb24='), 'export STAGE=production');
  assert.equal(decodeBase64Text('H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=='), null);
  assert.equal(decodeBase64Text('not base64!'), null);
});
