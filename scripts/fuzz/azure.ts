/** ARM templates and Bicep: mutated examples, edited trees, and random programs in which every function takes every other one. */
import type { Random } from '../../bench/estate/random.ts';
import { exampleTexts } from './seeds.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';
import { mutateTree, printJson, treeOf } from './trees.ts';

const TYPES = [
  'Microsoft.Storage/storageAccounts',
  'Microsoft.Storage/storageAccounts/blobServices',
  'Microsoft.Network/networkSecurityGroups',
  'Microsoft.KeyVault/vaults',
  'Microsoft.Sql/servers/databases',
  'Microsoft.Web/sites',
  'Microsoft.Compute/virtualMachines',
  'Microsoft.Authorization/locks',
  'Microsoft.Resources/deployments',
  'a/providers/locks',
];
const FUNCTIONS = (
  'concat format parameters variables reference resourceId subscriptionResourceId extensionResourceId copyIndex if and or not equals coalesce union ' +
  'intersection range split join replace substring createArray createObject json string int bool length first last take skip min max padLeft ' +
  'uniqueString guid base64 base64ToString dataUri toLower toUpper trim indexOf contains empty add sub mul div mod cidrSubnet map filter reduce ' +
  'lambda lambdaVariables sort toObject objectKeys items shallowMerge flatten listKeys deployment environment resourceGroup subscription newGuid ' +
  'utcNow dateTimeAdd tryGet unheard ns.own'
).split(' ');
const WORDS = [
  "'p0'",
  "'v0'",
  "'v1'",
  "'loop'",
  "''",
  "'a'",
  "'1'",
  '0',
  '1',
  '-1',
  '99999999',
  "'it''s'",
  'true',
  "'{0}-{1}'",
  "'10.0.0.0/8'",
  "'é😀'",
];

const LEAVES = [
  "[parameters('p0')]",
  "[variables('v0')]",
  "[variables('v1')]",
  '[copyIndex()]',
  "[copyIndex('loop', 5)]",
  "[reference('a').b.c[0]]",
  '[[escaped]',
  '[',
  '[]',
  '[concat(]',
  "[resourceId('Microsoft.Storage/storageAccounts', 'a')]",
  'Microsoft.Storage/storageAccounts',
  'Enabled',
  '*',
  '0.0.0.0/0',
];

export function armTemplates(random: Random): Files {
  const files = new Map([['azuredeploy.json', armText(random)]]);
  if (random.chance(0.2)) files.set('azuredeploy.parameters.json', mutated(PARAMETERS, random));
  return files;
}

const PARAMETERS = `{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{"p0":{"value":"a"},"p1":{"value":[1,{"a":"b"}]},"gone":{"value":1},"kept":{"reference":{"keyVault":{"id":"x"},"secretName":"y"}}}}`;

function armText(random: Random): string {
  const shape = random.int(0, 9);
  if (shape < 3) return mutated(random.pick(exampleTexts('arm')), random);
  const tree = treeOf(shape < 6 ? parsed(random.pick(exampleTexts('arm'))) : template(random, 2));
  return printJson(shape === 9 ? tree : mutateTree(tree, [...LEAVES, `[${call(random, 4)}]`, `[${call(random, 3)}]`], random));
}

function mutated(text: string, random: Random): string {
  return random.chance(0.5) ? mutateBytes(text, random.pick(exampleTexts('arm')), random) : mutateTokens(text, random);
}

/** Examples may hold comments: those are texts only. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return template({ next: () => 0.5, int: (min) => min, pick: (items) => items[0] as never, chance: () => false }, 1);
  }
}

function template(random: Random, depth: number): object {
  const value = (): unknown => (random.chance(0.6) ? `[${call(random, 4)}]` : random.pick([...LEAVES, 1, true, null, [], {}]));
  const resources = Array.from({ length: random.int(1, 4) }, (): object => ({
    type: random.pick(TYPES),
    apiVersion: '2023-01-01',
    name: value(),
    ...(random.chance(0.3) && { condition: value() }),
    ...(random.chance(0.3) && { copy: { name: 'loop', count: random.pick([2, 1e9, -1, 'x', value()]), mode: 'serial' } }),
    ...(random.chance(0.2) && { dependsOn: [value()] }),
    ...(random.chance(0.2) && { scope: value() }),
    ...(random.chance(0.1) && { existing: true }),
    properties: {
      a: value(),
      b: [value(), { c: value() }],
      ...(random.chance(0.3) && { copy: [{ name: 'rules', count: random.pick([3, 1e9, value()]), input: value() }] }),
      ...(random.chance(0.3) &&
        depth > 0 && {
          expressionEvaluationOptions: { scope: random.pick(['inner', 'outer', 1]) },
          mode: 'Incremental',
          parameters: { p0: { value: value() } },
          template: template(random, depth - 1),
        }),
      ...(random.chance(0.1) && { templateLink: { relativePath: random.pick(['azuredeploy.json', '../x.json', '', 1]) } }),
    },
    ...(random.chance(0.2) && { resources: [{ type: 'blobServices', name: value(), properties: { d: value() } }] }),
  }));
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    ...(random.chance(0.2) && { languageVersion: '2.0' }),
    parameters: { p0: { type: 'string', defaultValue: value() }, p1: { type: 'secureObject', defaultValue: value() }, p2: { type: 'int' } },
    variables: {
      v0: value(),
      v1: { a: value(), copy: [{ name: 'list', count: 5, input: value() }] },
      copy: [{ name: 'v2', count: 3, input: value() }],
    },
    functions: [
      { namespace: 'ns', members: { own: { parameters: [{ name: 'p0', type: 'string' }], output: { type: 'string', value: value() } } } },
    ],
    resources: random.chance(0.2) ? Object.fromEntries(resources.map((each, at) => [`r${at}`, each])) : resources,
    outputs: { o: { type: 'string', value: value() } },
  };
}

function call(random: Random, depth: number): string {
  if (depth === 0 || random.chance(0.2)) return random.pick(WORDS);
  const args = Array.from({ length: random.int(0, 3) }, () => call(random, depth - 1)).join(random.pick([',', ', ']));
  return `${random.pick(FUNCTIONS)}(${args})${random.pick(['', '', '', '.a', '[0]', `[${call(random, depth - 1)}]`, "['b']"])}`;
}

const BICEP_SEED = `metadata description = 'stores'
targetScope = 'resourceGroup'
import * as shared from 'shared.bicep'
@description('where')
@allowed([ 'a', 'b' ])
param location string = resourceGroup().location
@secure()
param password string
param tags object = { env: 'prod', 'a-b': 1, nested: { list: [1, 2
  3] } }
type size = 'small' | 'large'
func double(n int) int => n * 2
var name = toLower('orders\${uniqueString(resourceGroup().id)}-\${location}')
var text = '''
many 'lines'
'''
var rules = [for (each, i) in range(0, 3): { name: 'r\${i}', port: each + 22 }]
var picked = location == 'a' ? true : contains(tags, 'env') && !empty(name) || length(rules) >= 2 ?? null
var spread = { ...tags, extra: tags.?env ?? 'none', first: rules[0]!.name, call: map(rules, r => r.name) }
resource store 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: name
  location: location
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: true // trailing
    minimumTlsVersion: picked ? 'TLS1_0' : 'TLS1_2'
    /* block */
    networkAcls: { defaultAction: 'Allow', ipRules: [for r in rules: { value: r.name }] }
  }
  resource blobs 'blobServices' = { name: 'default', properties: { isVersioningEnabled: -1 % 2 != 0 } }
}
resource known 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: 'kept', scope: resourceGroup('x') }
resource many 'Microsoft.Network/networkSecurityGroups@2023-01-01' = [for i in range(0, 5): if (i > 2) {
  name: 'nsg\${i}'
  dependsOn: [ store, store::blobs ]
}]
module part './part.bicep' = if (picked) { name: 'part', params: { location: location, store: store.id } }
#disable-next-line no-unused
output id string = part.outputs.id
`;

const BICEP_WORDS = [
  ...['name', 'location', 'tags.env', 'rules[0].port', 'rules', 'store.id', 'store.properties.a', 'known.id', 'part.outputs.id', 'picked'],
  ...["'a'", "'${name}-${'${location}'}'", '1', '-1', 'true', 'null', '[]', '{}', 'x', "'''a'''", 'i', 'spread'],
];

export function bicepFiles(random: Random): Files {
  const files = new Map([['main.bicep', bicepText(random)]]);
  if (random.chance(0.4)) files.set('part.bicep', bicepText(random));
  if (random.chance(0.1)) files.set('main.bicepparam', `using 'main.bicep'\nparam location = ${bicepExpression(random, 3)}\n`);
  return files;
}

function bicepText(random: Random): string {
  const shape = random.int(0, 9);
  if (shape < 3) return mutateBytes(BICEP_SEED, BICEP_SEED, random);
  if (shape < 6) return mutateTokens(BICEP_SEED, random);
  if (shape === 6) return nestedBicep(random);
  const lines = Array.from({ length: random.int(1, 6) }, (_, at) => bicepStatement(random, at)).join('\n');
  return shape === 9 ? mutateTokens(lines, random) : lines;
}

function nestedBicep(random: Random): string {
  const depth = random.pick([50, 500, 20_000]);
  const [open, close] = random.pick([
    ['(', ')'],
    ['[', ']'],
    ['{ a: ', ' }'],
    ['!', ''],
    ['-', ''],
    ['a ? b : ', ''],
    ['a ? ', ' : b'],
    ["'${", "}'"],
    ['f(', ')'],
    ['a[', ']'],
    ['a.', ''],
    ['a + ', ''],
    ['a ?? ', ''],
    ['x => ', ''],
    ['[for a in b: ', ']'],
    ['{ a: if (b) ', ' }'],
    ["{ resource a 'b' = ", ' }'],
  ]);
  return `var deep = ${open.repeat(depth)}a${close.repeat(depth)}\nresource a 'Microsoft.Storage/storageAccounts@2023-01-01' = { name: deep }\n`;
}

function bicepStatement(random: Random, at: number): string {
  const value = (): string => bicepExpression(random, 4);
  switch (random.int(0, 4)) {
    case 0:
      return `param p${at} string = ${value()}`;
    case 1:
      return `var ${random.pick(['name', 'tags', 'rules', 'spread', 'x'])} = ${value()}`;
    case 2:
      return `module part './${random.pick(['part', 'main', 'gone'])}.bicep' = { name: ${value()}, params: { location: ${value()} } }`;
    case 3:
      return `resource many '${random.pick(TYPES)}@2023-01-01' = [for i in ${value()}: { name: ${value()}, properties: ${value()} }]`;
    default:
      return `resource store '${random.pick(TYPES)}@2023-01-01' = { name: ${value()}, properties: ${value()}, parent: ${value()} }`;
  }
}

function bicepExpression(random: Random, depth: number): string {
  if (depth === 0 || random.chance(0.2)) return random.pick(BICEP_WORDS);
  const inner = (): string => bicepExpression(random, depth - 1);
  switch (random.int(0, 6)) {
    case 0:
      return `{ name: ${inner()}, properties: ${inner()} }`;
    case 1:
      return `[${inner()}, ${inner()}]`;
    case 2:
      return `[for i in ${inner()}: ${inner()}]`;
    case 3:
      return `${inner()} ${random.pick(['+', '-', '*', '/', '%', '==', '!=', '=~', '&&', '||', '??', '<', '>='])} ${inner()}`;
    case 4:
      return `(${inner()}) ? ${inner()} : ${inner()}`;
    case 5:
      return `'\${${inner()}}-\${${inner()}}'`;
    default:
      return `${random.pick(FUNCTIONS)}(${inner()}, ${inner()})`;
  }
}
