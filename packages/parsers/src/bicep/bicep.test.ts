import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { evaluateCode } from '../code/index.ts';
import type { CodeReading } from '../code/index.ts';

function read(files: Readonly<Record<string, string>>): CodeReading {
  return evaluateCode({
    root: 'infra',
    paths: Object.keys(files),
    read: (path) => (files[path] === undefined ? { kind: 'missing' } : { kind: 'text', text: files[path] }),
  });
}

const resourcesOf = (text: string, others: Readonly<Record<string, string>> = {}): readonly DeclaredResource[] =>
  declaredBy(text, others).filter(({ type }) => type !== 'deploymentTemplate');

const declaredBy = (text: string, others: Readonly<Record<string, string>> = {}): readonly DeclaredResource[] =>
  read({ 'main.bicep': text, ...others }).roots.flatMap(({ resources }) => resources);

function plain(value: Value | undefined): unknown {
  if (!value) return undefined;
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
    case 'list':
    case 'set':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry)]));
    case 'null':
      return null;
    default:
      return value.value;
  }
}

function propertyOf(resource: DeclaredResource | undefined, name: string): Value | undefined {
  const properties = resource?.block.attributes.get('properties')?.value;
  return properties?.kind === 'map' ? properties.entries.get(name) : undefined;
}

const expressions: readonly (readonly [string, unknown])[] = [
  ["'plain [text]'", 'plain [text]'],
  ["'[text]'", '[text]'],
  ["'${env}-logs-{0}'", 'prod-logs-{0}'],
  ["env == 'prod' ? 'Deny' : 'Allow'", 'Deny'],
  ["env != 'prod' && open", false],
  ['!open', '?'],
  ['rules[1].port', 22],
  ['[ for port in ports: port + 1 ]', [444, 8444]],
  ["[for (port, i) in ports: '${i}:${port}']", ['0:443', '1:8443']],
  ["toLower('ORDERS')", 'orders'],
  ["union({ a: 1 }, { b: 'x' })", { a: 1, b: 'x' }],
  ["[\n  'a'\n  'b'\n]", ['a', 'b']],
  ['{ a: true, b: null }', { a: true, b: null }],
  ["'''\nline\n'''", 'line\n'],
  ['resourceGroup().location', '?'],
  ['map(ports, p => p + 1)', '?'],
  ["missing ?? 'fallback'", '?'],
  ["'it\\'s'", "it's"],
];

for (const [expression, expected] of expressions) {
  test(`${expression} is evaluated`, () => {
    const [resource] = resourcesOf(`param env string = 'prod'
param open bool
var ports = [443, 8443]
var rules = [
  { port: 443 }
  { port: 22 }
]
resource logs 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'orderslogs'
  properties: {
    value: ${expression}
  }
}
`);
    assert.deepEqual(plain(propertyOf(resource, 'value')), expected);
  });
}

test('resources, loops, conditions, parents and children', () => {
  const found = resourcesOf(`
param names array = ['eu', 'jp']
param backup bool
@description('The server') // a comment
resource server 'Microsoft.Sql/servers@2022-05-01' = {
  name: 'orders'
  resource office 'firewallRules' = {
    name: 'office'
    properties: {}
  }
}
resource db 'Microsoft.Sql/servers/databases@2022-05-01' = {
  parent: server
  name: 'main'
}
resource all 'Microsoft.Storage/storageAccounts@2023-01-01' = [for name in names: {
  name: 'logs\${name}'
}]
resource perhaps 'Microsoft.Storage/storageAccounts@2023-01-01' = if (backup) {
  name: 'perhaps'
}
resource known 'Microsoft.KeyVault/vaults@2023-02-01' existing = {
  name: 'vault'
}
`);
  assert.deepEqual(
    found.map(({ type, address, mode, block }) => [
      type,
      address,
      mode,
      block.uncertain,
      block.attributes.get('parent')?.value.refs[0]?.address,
    ]),
    [
      ['Microsoft.Sql/servers', 'orders', 'managed', false, undefined],
      ['Microsoft.Sql/servers/firewallRules', 'orders/office', 'managed', false, 'microsoft.sql/servers|orders'],
      ['Microsoft.Sql/servers/databases', 'orders/main', 'managed', false, 'microsoft.sql/servers|orders'],
      ['Microsoft.Storage/storageAccounts', 'logseu', 'managed', false, undefined],
      ['Microsoft.Storage/storageAccounts', 'logsjp', 'managed', false, undefined],
      ['Microsoft.Storage/storageAccounts', 'perhaps', 'managed', true, undefined],
      ['Microsoft.KeyVault/vaults', 'vault', 'data', false, undefined],
    ],
  );
});

test('modules are evaluated with what they are given, parameter files set parameters, secure ones stay hidden', () => {
  const module = `param tls string\n@secure()\nparam key string = 'x'\nresource a 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'a'\n  properties: {\n    tls: tls\n    key: key\n  }\n}\n`;
  const { roots } = read({
    'main.bicep': `param tls string = 'TLS1_0'\nmodule storage 'modules/storage.bicep' = {\n  name: 'storage'\n  params: {\n    tls: tls\n  }\n}\n`,
    'main.bicepparam': `using './main.bicep'\nparam tls = 'TLS1_2'\n`,
    'modules/storage.bicep': module,
  });
  assert.deepEqual(
    roots.map(({ dir }) => dir),
    ['main.bicep'],
  );
  const account = roots[0]?.resources.find(({ type }) => type.startsWith('Microsoft.Storage'));
  const tls = propertyOf(account, 'tls');
  assert.ok(tls?.range);
  assert.deepEqual([plain(tls), tls.range.source.path, startLine(tls.range)], ['TLS1_2', 'main.bicepparam', 2]);
  assert.equal(propertyOf(account, 'key')?.sensitive, true);
});

const broken: readonly (readonly [string, string, number])[] = [
  ['an unclosed object', "resource a 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'a'\n", 1],
  ['a resource without type', "resource a = {}\nresource b 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'b'\n}\n", 1],
  ['words that begin nothing', "hello world\nresource b 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'b'\n}\n", 1],
  ['brackets without end', `var a = ${'['.repeat(20_000)}\n`, 0],
  ['texts in texts without end', `var a = ${"'${".repeat(5000)}\n`, 0],
];
for (const [name, text, count] of broken) {
  test(`${name} does not stop the reading`, () => {
    const { roots, diagnostics } = read({ 'main.bicep': text });
    assert.equal(roots.flatMap(({ resources }) => resources).length, count);
    assert.ok(name === 'an unclosed object' || diagnostics.length > 0);
  });
}

const endless: readonly (readonly [string, string, string])[] = [
  ['signs', '!', ''],
  ['minus signs', '-', ''],
  ['members', 'a.', ''],
  ['sums', 'a + ', ''],
  ['halves of conditions', 'a ? ', ' : b'],
  ['conditions', 'a ? b : ', ''],
  ['groups', '(', ')'],
  ['texts in texts', "'${", "}'"],
  ['loops over lists of the outer one', '[for x in [x, x]: ', ']'],
];
for (const [name, open, close] of endless) {
  test(`thousands of ${name} are not known, and nothing else suffers`, () => {
    const all = resourcesOf(
      `var deep = ${open.repeat(20_000)}a${close.repeat(20_000)}\nresource logs 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: deep\n}\nresource kept 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'kept'\n}\n`,
    );
    assert.ok(all.some(({ address }) => address.endsWith('kept')) || all.length === 0, JSON.stringify(all.map(({ address }) => address)));
  });
}

test('decorators after the one that makes a parameter secret are read too', () => {
  const [store] = resourcesOf(
    "@secure()\n@description('of the store')\nparam key string = 'x'\nresource store 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orders'\n  properties: { key: key }\n}\n",
  );
  assert.equal(propertyOf(store, 'key')?.sensitive, true);
});

test('parameters and outputs know whether they are secure, and what stands behind them', () => {
  const template = declaredBy(`
@secure()
param password string = 'to-be-changed'
param size int = 3
resource logs 'Microsoft.Storage/storageAccounts@2023-01-01' existing = { name: 'logs' }
output login string = 'sa:\${password}'
@secure()
output again string = password
output count int = size
`).find(({ type }) => type === 'deploymentTemplate');
  const part = (name: string): unknown => plain(template?.block.attributes.get(name)?.value);
  assert.deepEqual(part('parameters'), [
    { name: 'password', type: 'securestring', isSecure: true, defaultValue: 'to-be-changed' },
    { name: 'size', type: 'int', isSecure: false, defaultValue: 3 },
  ]);
  assert.deepEqual(part('outputs'), [
    { name: 'login', isSecure: false, revealsSecret: true },
    { name: 'again', isSecure: true, revealsSecret: true },
    { name: 'count', isSecure: false, revealsSecret: false },
  ]);
});
