/** Templates in the shape that `bicep build` prints, joined back to the files they were made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import type { CodeReading } from '../code/index.ts';
import { evaluateCode } from '../code/index.ts';

function read(files: Readonly<Record<string, string>>, compiled: Readonly<Record<string, unknown>>): CodeReading {
  const tree = {
    root: 'infra',
    paths: Object.keys(files).toSorted(),
    read: (path: string) => (files[path] === undefined ? ({ kind: 'missing' } as const) : ({ kind: 'text', text: files[path] } as const)),
  };
  const compiledBicep = new Map(
    Object.entries(compiled).map(([path, template]) => [path, typeof template === 'string' ? template : JSON.stringify(template)]),
  );
  return evaluateCode(tree, { compiledBicep, secrets: false });
}

const head = {
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  metadata: { _generator: { name: 'bicep', version: '0.38.33.27573', templateHash: '1234567890' } },
};
const symbolic = { ...head, languageVersion: '2.0' };

const managed = ({ roots }: CodeReading): readonly DeclaredResource[] =>
  roots.flatMap(({ resources }) => resources.filter(({ type }) => type.startsWith('Microsoft.') && !type.endsWith('/deployments')));

/** `address file:line = value`, of the property `value`. */
function shown(resource: DeclaredResource): string {
  return `${resource.address} ${place(resource.block.head)} = ${placeOf(valueOf(resource))}`;
}

function valueOf(resource: DeclaredResource): Value | undefined {
  const properties = resource.block.attributes.get('properties')?.value;
  return properties?.kind === 'map' ? properties.entries.get('value') : undefined;
}

function placeOf(value: Value | undefined): string {
  if (!value) return 'nothing';
  const text = value.kind === 'string' || value.kind === 'number' ? String(value.value) : value.kind;
  return value.range ? `${text} ${place(value.range)}` : text;
}

function place(range: NonNullable<Value['range']>): string {
  return `${range.source.path}:${startLine(range)}`;
}

const main = `param names array = ['eu', 'jp']
var sizes = map(names, name => length(name))

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'orders'
  properties: {
    value: join(sizes, ',')
  }
  resource office 'firewallRules' = {
    name: 'office'
    properties: {
      value: 'own'
    }
  }
}
resource all 'Microsoft.Storage/storageAccounts@2023-01-01' = [for name in names: {
  name: 'logs\${name}'
  properties: {
    value: toUpper(name)
  }
}]
resource vault 'Microsoft.KeyVault/vaults@2023-02-01' existing = {
  name: 'vault'
}
`;
const server = {
  type: 'Microsoft.Sql/servers',
  apiVersion: '2023-08-01',
  name: 'orders',
  properties: { value: "[variables('size')]", added: { by: 'the program' } },
};
const office = {
  type: 'Microsoft.Sql/servers/firewallRules',
  apiVersion: '2023-08-01',
  name: "[format('{0}/{1}', 'orders', 'office')]",
  properties: { value: 'compiled' },
  dependsOn: ['server'],
};
const all = {
  copy: { name: 'all', count: "[length(parameters('names'))]" },
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2023-01-01',
  name: "[format('logs{0}', parameters('names')[copyIndex()])]",
  properties: { value: "[toUpper(parameters('names')[copyIndex()])]" },
};
const vault = { existing: true, type: 'Microsoft.KeyVault/vaults', apiVersion: '2023-02-01', name: 'vault' };
const sections = { parameters: { names: { type: 'array', defaultValue: ['eu', 'jp'] } }, variables: { size: '2,2' } };

const shapes: readonly (readonly [name: string, template: unknown])[] = [
  ['symbolic names', { ...symbolic, ...sections, resources: { server, 'server::office': office, all, vault } }],
  ['a list', { ...head, ...sections, resources: [office, server, all] }],
];
for (const [name, template] of shapes) {
  test(`values are those of the program, lines those of the file: ${name}`, () => {
    const reading = read({ 'main.bicep': main }, { 'main.bicep': template });
    assert.deepEqual(managed(reading).map(shown).toSorted(), [
      'logseu main.bicep:16 = EU main.bicep:19',
      'logsjp main.bicep:16 = JP main.bicep:19',
      'orders main.bicep:4 = 2,2 main.bicep:7',
      'orders/office main.bicep:9 = compiled main.bicep:12',
      'vault main.bicep:22 = nothing',
    ]);
    assert.deepEqual(reading.diagnostics, []);
  });
}

test('what only the program wrote stands where the resource does', () => {
  const found = managed(read({ 'main.bicep': main }, { 'main.bicep': shapes[0]?.[1] })).find(({ address }) => address === 'orders');
  const properties = found?.block.attributes.get('properties')?.value;
  const added = properties?.kind === 'map' ? properties.entries.get('added') : undefined;
  assert.equal(added?.range && place(added.range), 'main.bicep:6');
});

const inner = (resource: object): object => ({
  type: 'Microsoft.Resources/deployments',
  apiVersion: '2022-09-01',
  name: 'part',
  properties: {
    expressionEvaluationOptions: { scope: 'inner' },
    mode: 'Incremental',
    parameters: { tls: { value: 'TLS1_0' } },
    template: { ...symbolic, parameters: { tls: { type: 'string' } }, resources: { account: resource } },
  },
});
const account = {
  type: 'Microsoft.Storage/storageAccounts',
  apiVersion: '2023-01-01',
  name: 'orders',
  properties: { value: "[parameters('tls')]" },
};

test('resources of a registry module stand at its declaration, their arguments where they are given', () => {
  const text =
    "\nmodule part 'br/public:avm/res/storage/storage-account:0.9.0' = {\n  name: 'part'\n  params: {\n    tls: 'TLS1_0'\n  }\n}\n";
  const reading = read({ 'main.bicep': text }, { 'main.bicep': { ...symbolic, resources: { part: inner(account) } } });
  assert.deepEqual(managed(reading).map(shown), ['orders main.bicep:2 = TLS1_0 main.bicep:5']);
  assert.deepEqual(
    managed(reading).map(({ moduleAddress }) => moduleAddress),
    ['part'],
  );
});

test('resources of a local module stand in its file, which is no root of its own', () => {
  const files = {
    'a-part/account.bicep':
      "param tls string\n\nresource account 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orders'\n  properties: {\n    value: tls\n  }\n}\n",
    'main.bicep': "module part 'a-part/account.bicep' = {\n  name: 'part'\n  params: {\n    tls: 'TLS1_0'\n  }\n}\n",
  };
  const compiled = { ...account, properties: { value: "[format('{0}', parameters('tls'))]" } };
  const reading = read(files, { 'main.bicep': { ...symbolic, resources: { part: inner(compiled) } } });
  assert.deepEqual(
    reading.roots.map(({ dir }) => dir),
    ['main.bicep'],
  );
  assert.deepEqual(managed(reading).map(shown), ['orders a-part/account.bicep:3 = TLS1_0 a-part/account.bicep:6']);
});

test('what our own reader does not understand is no mistake where the program does, and stands at the beginning', () => {
  const text = "using none\nfuture thing 'x' = {\n}\n";
  const reading = read({ 'main.bicep': text }, { 'main.bicep': { ...symbolic, resources: { thing: account } } });
  assert.deepEqual(reading.diagnostics, []);
  assert.deepEqual(
    managed(reading).map(({ block }) => place(block.head)),
    ['main.bicep:1'],
  );
});

for (const [name, text] of [
  ['a text', 'Warning: a new version is there'],
  ['half of a template', '{"resources": ['],
  ['a list', '[]'],
] as const) {
  test(`${name} is no template: the file is read by ourselves`, () => {
    const reading = read({ 'main.bicep': main }, { 'main.bicep': text });
    assert.deepEqual(
      reading.diagnostics.map(({ file, code, message }) => [file, code, message]),
      [['main.bicep', 'bicep', 'what bicep wrote is no template']],
    );
    assert.ok(managed(reading).some(({ address }) => address === 'orders/office'));
  });
}
