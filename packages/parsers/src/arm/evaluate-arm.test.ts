import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { evaluateCode } from '../code/index.ts';
import type { CodeReading } from '../code/index.ts';

const SCHEMA = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function evaluated(files: Readonly<Record<string, unknown>>): CodeReading {
  const texts = new Map(
    Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? file : JSON.stringify(file, null, 2)]),
  );
  return evaluateCode({
    root: 'infra',
    paths: [...texts.keys()],
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    },
  });
}

function resourcesOf(template: object, others: Readonly<Record<string, unknown>> = {}): readonly DeclaredResource[] {
  return declaredBy(template, others).filter(({ type }) => type !== 'deploymentTemplate');
}

function declaredBy(template: object, others: Readonly<Record<string, unknown>> = {}): readonly DeclaredResource[] {
  return evaluated({ 'main.json': { $schema: SCHEMA, ...template }, ...others }).roots.flatMap(({ resources }) => resources);
}

/** Known values as plain data, unknown ones as `?`. */
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

const account = (properties: object, more: object = {}): object => ({
  type: 'Microsoft.Storage/storageAccounts',
  name: 'orderslogs',
  location: 'japaneast',
  properties,
  ...more,
});

const expressions: readonly (readonly [string, unknown])[] = [
  ["[concat('orders', '-', 'logs')]", 'orders-logs'],
  ["[concat(createArray('a'), createArray('b', 'c'))]", ['a', 'b', 'c']],
  ["[format('{0}/{1}', 'a', 2)]", 'a/2'],
  ["[if(equals(parameters('env'), 'PROD'), 'Deny', 'Allow')]", 'Deny'],
  ["[if(parameters('open'), 'Allow', 'Deny')]", '?'],
  ["[and(false, parameters('open'))]", '?'],
  ["[and(bool('false'), parameters('open'))]", false],
  ["[or(parameters('open'), equals(1, 1))]", true],
  ["[variables('rules')[1].port]", 22],
  ["[variables('rules')[length(createArray('x'))].port]", 22],
  ["[variables('ports')]", [8000, 8001]],
  ["[toLower('ORDERS')]", 'orders'],
  ["[substring('orders', 1, 3)]", 'rde'],
  ["[last(split('a,b', ','))]", 'b'],
  ["[contains(createArray('x', 'y'), 'y')]", true],
  ["[coalesce(null(), 'x')]", 'x'],
  ["[union(createObject('a', 1), createObject('b', 2))]", { a: 1, b: 2 }],
  ['[json(\'{"a": [true]}\').a[0]]', true],
  ["[base64ToString(base64('orders'))]", 'orders'],
  ['[add(mul(2, 3), mod(7, 4))]', 9],
  ["[company.named('logs')]", 'acme-logs'],
  ["[concat('x-', uniqueString(resourceGroup().id))]", 'x-?'],
  [
    "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'net', 'web')]",
    '?/providers/Microsoft.Network/virtualNetworks/net/subnets/web',
  ],
  ['[[not an expression]', '[not an expression]'],
  ["['it''s']", "it's"],
  ['[concat(]', '?'],
  ["[variables('loop')]", '?'],
  ["[variables('missing')]", '?'],
];

for (const [expression, expected] of expressions) {
  test(`${expression} is evaluated`, () => {
    const [resource] = resourcesOf({
      parameters: { env: { type: 'string', defaultValue: 'prod' }, open: { type: 'bool' } },
      variables: {
        rules: [{ port: 443 }, { port: 22 }],
        loop: "[variables('loop')]",
        copy: [{ name: 'ports', count: 2, input: "[add(8000, copyIndex('ports'))]" }],
      },
      functions: [
        {
          namespace: 'company',
          members: {
            named: { parameters: [{ name: 'x', type: 'string' }], output: { type: 'string', value: "[concat('acme-', parameters('x'))]" } },
          },
        },
      ],
      resources: [account({ value: expression })],
    });
    const properties = resource?.block.attributes.get('properties')?.value;
    assert.deepEqual(plain(properties?.kind === 'map' ? properties.entries.get('value') : undefined), expected);
  });
}

test('a parameter is set by the file beside the template; a secure one stays hidden', () => {
  const [resource] = resourcesOf(
    {
      parameters: { tls: { type: 'string', defaultValue: 'TLS1_0' }, key: { type: 'secureString', defaultValue: 'x' } },
      resources: [account({ tls: "[parameters('tls')]", key: "[parameters('key')]" })],
    },
    {
      'main.parameters.json': {
        $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
        parameters: { tls: { value: 'TLS1_2' } },
      },
    },
  );
  const properties = resource?.block.attributes.get('properties')?.value;
  assert.ok(properties?.kind === 'map');
  assert.equal(plain(properties.entries.get('tls')), 'TLS1_2');
  assert.equal(properties.entries.get('tls')?.range?.source.path, 'main.parameters.json');
  assert.equal(properties.entries.get('key')?.sensitive, true);
});

test('a value stands where it is written, and says the way it took', () => {
  const [resource] = resourcesOf({
    parameters: { tls: { type: 'string', defaultValue: 'TLS1_0' } },
    resources: [account({ tls: "[parameters('tls')]" })],
  });
  const properties = resource?.block.attributes.get('properties')?.value;
  const tls = properties?.kind === 'map' ? properties.entries.get('tls') : undefined;
  assert.ok(tls?.range && tls.via?.range);
  assert.equal(startLine(tls.range), 6);
  assert.equal(tls.via.name, "parameters('tls')");
  assert.equal(startLine(tls.via.range), 15);
});

test('loops give one resource for each index, conditions decide, what cannot be known is uncertain', () => {
  const found = resourcesOf({
    parameters: { count: { type: 'int' }, backup: { type: 'bool' } },
    resources: [
      account({}, { name: "[concat('logs', copyIndex(1))]", copy: { name: 'all', count: 2 } }),
      account({}, { name: "[concat('many', copyIndex())]", copy: { name: 'many', count: "[parameters('count')]" } }),
      account({}, { name: 'never', condition: false }),
      account({}, { name: 'perhaps', condition: "[parameters('backup')]" }),
    ],
  });
  assert.deepEqual(
    found.map(({ address, block }) => [address, block.uncertain]),
    [
      ['logs1', false],
      ['logs2', false],
      ["[concat('many', copyIndex())]", true],
      ['perhaps', true],
    ],
  );
});

test('children are found in all three ways of writing them, and know their parent', () => {
  const found = resourcesOf({
    resources: [
      { type: 'Microsoft.Sql/servers', name: 'orders', resources: [{ type: 'firewallRules', name: 'office', properties: {} }] },
      { type: 'Microsoft.Sql/servers/firewallRules', name: 'orders/all', properties: {} },
      { type: 'Microsoft.Sql/servers/databases/providers/diagnosticSettings', name: 'orders/db/Microsoft.Insights/audit', properties: {} },
    ],
  });
  const parents = found.map(({ type, address, block }) => [type, address, block.attributes.get('parent')?.value.refs[0]?.address]);
  assert.deepEqual(parents, [
    ['Microsoft.Sql/servers', 'orders', undefined],
    ['Microsoft.Sql/servers/firewallRules', 'orders/office', 'microsoft.sql/servers|orders'],
    ['Microsoft.Sql/servers/firewallRules', 'orders/all', 'microsoft.sql/servers|orders'],
    ['Microsoft.Insights/diagnosticSettings', 'audit', undefined],
  ]);
  assert.equal(plain(found[3]?.block.attributes.get('scope')?.value), 'orders/db');
});

test('names that hold a parameter without value still link child and parent', () => {
  const found = resourcesOf({
    parameters: { server: { type: 'string' } },
    resources: [
      { type: 'Microsoft.Sql/servers', name: "[parameters('server')]", properties: {} },
      { type: 'Microsoft.Sql/servers/firewallRules', name: "[concat(parameters('server'), '/all')]", properties: {} },
    ],
  });
  assert.equal(found[0]?.address, "[parameters('server')]");
  assert.equal(found[1]?.block.attributes.get('parent')?.value.refs[0]?.address, found[0]?.reference);
});

test('resources of a deployment that sees the template around refer to each other, and are referred to from outside', () => {
  const lock = (name: string): object => ({
    type: 'Microsoft.Authorization/locks',
    name,
    properties: { of: "[resourceId('Microsoft.Storage/storageAccounts', 'orderslogs')]" },
  });
  const resources = resourcesOf({
    resources: [
      {
        type: 'Microsoft.Resources/deployments',
        name: 'inner',
        properties: { template: { $schema: SCHEMA, resources: [account({}), lock('inside')] } },
      },
      lock('outside'),
    ],
  });
  const found = resources
    .filter(({ type }) => type.endsWith('locks'))
    .map(({ name, block }) => {
      const properties = block.attributes.get('properties')?.value;
      return [name, properties?.kind === 'map' ? properties.entries.get('of')?.refs.map(({ address }) => address) : null];
    });
  assert.deepEqual(found, [
    ['inside', ['microsoft.storage/storageaccounts|orderslogs']],
    ['outside', ['microsoft.storage/storageaccounts|orderslogs']],
  ]);
});

test('nested and linked deployments are evaluated with what they are given, once', () => {
  const inner = { $schema: SCHEMA, parameters: { tls: { type: 'string' } }, resources: [account({ tls: "[parameters('tls')]" })] };
  const deployment = (name: string, properties: object): object => ({ type: 'Microsoft.Resources/deployments', name, properties });
  const { roots } = evaluated({
    'main.json': {
      $schema: SCHEMA,
      parameters: { tls: { type: 'string', defaultValue: 'outer' } },
      resources: [
        deployment('inner', { expressionEvaluationOptions: { scope: 'inner' }, parameters: { tls: { value: 'given' } }, template: inner }),
        deployment('outer', { template: inner }),
        deployment('linked', { templateLink: { relativePath: 'nested/storage.json' }, parameters: { tls: { value: 'linked' } } }),
      ],
    },
    'nested/storage.json': inner,
  });
  assert.deepEqual(
    roots.map(({ dir }) => dir),
    ['main.json'],
  );
  const accounts = roots.flatMap(({ resources }) => resources).filter(({ type }) => type.startsWith('Microsoft.Storage'));
  assert.deepEqual(
    accounts.map(({ moduleAddress, block }) => [moduleAddress, plain(block.attributes.get('properties')?.value)]),
    [
      ['inner', { tls: 'given' }],
      ['outer', { tls: 'outer' }],
      ['linked', { tls: 'linked' }],
    ],
  );
});

const skips: readonly (readonly [unknown, readonly string[]])[] = [
  [{ skip: [{ id: 'CKV_AZURE_3', comment: 'internal' }] }, ['checkov:skip=CKV_AZURE_3:internal']],
  ['CKV_AZURE_3:internal: a test', ['checkov:skip=CKV_AZURE_3:internal: a test']],
  [
    ['CKV_AZURE_3', 'CKV_AZURE_44:old clients'],
    ['checkov:skip=CKV_AZURE_3:', 'checkov:skip=CKV_AZURE_44:old clients'],
  ],
  [{ skip: [] }, []],
  [7, []],
];
for (const [checkov, expected] of skips) {
  test(`skips of Checkov in metadata count as comments inside the resource: ${JSON.stringify(checkov)}`, () => {
    const { files } = evaluated({ 'main.json': { $schema: SCHEMA, resources: [account({}, { metadata: { checkov } })] } });
    const texts = files.get('main.json')?.comments.map(({ text }) => text);
    assert.deepEqual(texts, expected);
  });
}

const broken: readonly (readonly [string, string])[] = [
  ['an unfinished object', `{ "$schema": "${SCHEMA}", "resources": [ { "type": "Microsoft.Storage/storageAccounts", "name": "a" }, `],
  ['resources that are a text', `{ "$schema": "${SCHEMA}", "resources": "none" }`],
  ['a resource that is a number', `{ "$schema": "${SCHEMA}", "resources": [1, null, { "type": 2 }] }`],
  [
    'a template that links to itself',
    `{ "$schema": "${SCHEMA}", "resources": [{ "type": "Microsoft.Resources/deployments", "name": "a", "properties": { "templateLink": { "relativePath": "main.json" } } }] }`,
  ],
  [
    'a loop of a billion',
    `{ "$schema": "${SCHEMA}", "resources": [{ "type": "Microsoft.Storage/storageAccounts", "name": "a", "copy": { "name": "x", "count": 1000000000 } }] }`,
  ],
  [
    'brackets without end',
    `{ "$schema": "${SCHEMA}", "resources": [{ "type": "Microsoft.Storage/storageAccounts", "name": "[${'a('.repeat(5000)}]" }] }`,
  ],
];

for (const [name, text] of broken) {
  test(`${name} does not stop the reading`, () => {
    assert.equal(evaluated({ 'main.json': text }).roots.length, 1);
  });
}

test('functions of a template call no functions of a template', () => {
  const own = { parameters: [], output: { type: 'string', value: "[concat(ns.own(), ns.own(), 'x')]" } };
  const text = JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    functions: [{ namespace: 'ns', members: { own } }],
    resources: [{ type: 'Microsoft.Storage/storageAccounts', name: '[ns.own()]', apiVersion: '2023-01-01' }],
  });
  const { roots } = evaluateCode({ root: 'infra', paths: ['azuredeploy.json'], read: () => ({ kind: 'text', text }) });
  const name = roots[0]?.resources[0]?.block.attributes.get('name')?.value;
  assert.notEqual(name?.kind, 'string');
  // Without the rule above there would be millions of copies of it.
  assert.ok(JSON.stringify(name, (key, value: unknown) => (key === 'source' ? undefined : value)).length < 2000);
});

const partOf = (template: object, part: string): unknown => {
  const [found] = declaredBy({ resources: [], ...template });
  return plain(found?.block.attributes.get(part)?.value);
};

test('the parameters of a template are a resource of their own, with what they default to', () => {
  const parameters = {
    location: { type: 'string', defaultValue: "[toLower('JapanEast')]" },
    password: { type: 'SecureString' },
    salt: { type: 'secureString', defaultValue: '[newGuid()]' },
  };
  assert.deepEqual(partOf({ parameters }, 'parameters'), [
    { name: 'location', type: 'string', isSecure: false, defaultValue: 'japaneast' },
    { name: 'password', type: 'securestring', isSecure: true },
    { name: 'salt', type: 'securestring', isSecure: true },
  ]);
});

test('an output is known to reveal what listKeys and secure parameters hold', () => {
  const outputs = {
    host: { type: 'string', value: "[reference('orders').host]" },
    key: { type: 'object', value: { first: "[listKeys('orders', '2023-05-01').keys[0].value]" } },
    login: { type: 'string', value: "[concat('sa:', parameters('password'))]" },
    keys: { type: 'array', copy: { count: 1, input: "[listAccountSas('orders', '2023-05-01').token]" } },
    list: { type: 'string', value: 'listKeys() is a function' },
  };
  const found = partOf({ parameters: { password: { type: 'secureString' } }, outputs }, 'outputs') as readonly Record<string, unknown>[];
  assert.deepEqual(
    found.map(({ name, revealsSecret }) => [name, revealsSecret]),
    [
      ['host', false],
      ['key', true],
      ['login', true],
      ['keys', true],
      ['list', false],
    ],
  );
});

test('a template without parameters and outputs is none', () => {
  assert.deepEqual(declaredBy({ resources: [], parameters: {} }), []);
});
