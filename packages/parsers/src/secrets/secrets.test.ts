import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource } from '@kumomori/model';
import { evaluateCode } from '../code/index.ts';
import { detectSecrets, entropyOf } from './detect.ts';
import { secretFamilies } from './families.ts';

const glued = (...parts: readonly string[]): string => parts.join('');
const githubToken = glued('gh', 'p_', 'q7Rw2Zk9Xc4Vb6Nm1Lp8Hj3Gf5Ds0AaYyTtE');
const accessKey = glued('AK', 'IA', 'Q3EGR7XKWT5YZ2NB');

const silent: readonly (readonly [string, string])[] = [
  ['a variable', 'TOKEN=$GITHUB_TOKEN\npassword = var.password\n'],
  ['the key of AWS documentation', 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n'],
  ['a placeholder', `token: ${glued('gh', 'p_', 'x'.repeat(36))}\n`],
  ['a longer word', `id = "z${accessKey}"\n`],
  ['a URL without password', 'https://app@example.com/ postgres://db.example.com:5432/orders\n'],
  ['a URL with a variable', 'postgres://app:${DB_PASSWORD}@db.example.com/orders\n'],
  ['a public key', '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n'],
  ['an encrypted private key', `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${'MIIFLTBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQI'.repeat(2)}\n`],
  ['a hash that is no token', 'commit 3f786850e387550fdab836ed7e6dc881de23001b datadog\n'],
];
for (const [name, text] of silent) test(`${name} is no secret`, () => assert.deepEqual(detectSecrets(text), []));

test('a secret is found where it stands, once, and by the most telling family', () => {
  const text = `# deploy\nexport GITHUB_TOKEN="${githubToken}"\nAuthorization: Bearer ${githubToken}\n`;
  const found = detectSecrets(text);
  assert.deepEqual(
    found.map(({ family, start, end }) => [family, text.slice(start, end)]),
    [
      ['github-token', githubToken],
      ['github-token', githubToken],
    ],
  );
});

test('every family can be found by one of its keywords', () => {
  for (const { id, keywords } of secretFamilies) {
    assert.ok(keywords.length > 0, id);
    for (const keyword of keywords) assert.equal(keyword, keyword.toLowerCase(), id);
  }
});

test('entropy is that of the characters', () => {
  assert.equal(entropyOf('aaaa'), 0);
  assert.equal(entropyOf('abcd'), 2);
});

test('hostile texts cost no more than their length', () => {
  for (const text of [
    'AKIA'.repeat(20_000),
    `sig=${'&sv='.repeat(4000)}`,
    '://'.repeat(6000),
    `Server=${';Password'.repeat(2000)}`,
    `"private_key": "${'-----BEGIN '.repeat(1500)}`,
  ])
    assert.deepEqual(detectSecrets(`${text}\n`), []);
});

function secretsIn(files: Readonly<Record<string, string>>): readonly DeclaredResource[] {
  const reading = evaluateCode({
    root: 'app',
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  });
  return reading.roots.filter(({ kind }) => kind === 'text').flatMap(({ resources }) => resources);
}

test('the same secret in the same file has one identity, whatever the line; in another file another one', () => {
  const [a, b, c, other] = secretsIn({ 'a.sh': `${githubToken}\n\n${githubToken}\n`, 'b.sh': githubToken, 'c.sh': accessKey });
  assert.equal(a?.name, b?.name);
  assert.notEqual(a?.name, c?.name);
  assert.match(other?.name ?? '', /^aws-access-key\./);
  assert.doesNotMatch(JSON.stringify([a?.name, a?.address, a?.reference]), new RegExp(githubToken));
});

test('a literal is followed to the attribute it reaches, and said where it is written', () => {
  const password = glued('drawn-by', '-lot-4711');
  const found = secretsIn({
    'main.tf': 'variable "password" {}\nmodule "db" {\n  source   = "./db"\n  password = var.password\n}\n',
    'terraform.tfvars': `password = "${password}"\n`,
    'db/main.tf': 'variable "password" {}\nresource "aws_db_instance" "orders" {\n  password = var.password\n}\n',
  });
  assert.deepEqual(
    found.map(({ address, block }) => [address, block.range.source.path]),
    [['module.db.aws_db_instance.orders.password', 'terraform.tfvars']],
  );
});

test('lock files, images and bundles are not looked into', () => {
  assert.deepEqual(
    secretsIn({ 'package-lock.json': githubToken, 'logo.svg': githubToken, 'app.js': `${'x'.repeat(30_000)}${githubToken}` }),
    [],
  );
});
