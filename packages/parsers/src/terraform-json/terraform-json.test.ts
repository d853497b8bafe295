import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Value } from '@kumomori/model';
import { startLine } from '@kumomori/model';
import { evaluateCode } from '../code/index.ts';
import type { CodeReading } from '../code/index.ts';

const AWS = 'registry.example/hashicorp/aws';

function read(path: string, content: unknown): CodeReading {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
  return evaluateCode({ root: 'infra', paths: [path], read: () => ({ kind: 'text', text }) });
}

function resourcesOf(path: string, content: unknown): ReadonlyMap<string, DeclaredResource> {
  return new Map(read(path, content).roots.flatMap(({ resources }) => resources.map((each) => [each.address, each] as const)));
}

const attribute = (resource: DeclaredResource | undefined, name: string): Value | undefined => resource?.block.attributes.get(name)?.value;

interface Planned {
  readonly address: string;
  readonly after: object | null;
  readonly unknown?: object;
  readonly sensitive?: object;
  readonly index?: string | number;
}

function change({ address, after, unknown = {}, sensitive = {}, index }: Planned): object {
  const [, type = '', name = ''] = /(?:^|\.)(aws_\w+)\.(\w+)(?:\[.*\])?$/.exec(address) ?? [];
  const moduleAddress = /^(module\..*?)\.aws_/.exec(address)?.[1];
  return {
    address,
    ...(moduleAddress && { module_address: moduleAddress }),
    mode: 'managed',
    type,
    name,
    ...(index !== undefined && { index }),
    provider_name: AWS,
    change: { actions: ['create'], before: { huge: 'not read' }, after, after_unknown: unknown, after_sensitive: sensitive },
  };
}

const plan = (changes: readonly Planned[], configuration: object = {}): object => ({
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: { root_module: { resources: [{ address: 'aws_s3_bucket.twice' }] } },
  resource_changes: changes.map(change),
  configuration,
});

test('values of a plan are certain, those known after apply are not, secrets stay hidden', () => {
  const all = resourcesOf(
    'plan.json',
    plan([
      {
        address: 'aws_db_instance.orders',
        after: { storage_encrypted: false, password: 'drawn-by-lot', tags: { team: 'orders' } },
        unknown: { kms_key_id: true, tags: {} },
        sensitive: { password: true },
      },
      { address: 'aws_db_instance.old', after: null },
    ]),
  );
  assert.deepEqual([...all.keys()], ['aws_db_instance.orders']);
  const orders = all.get('aws_db_instance.orders');
  assert.equal(orders?.provider, 'aws');
  const encrypted = attribute(orders, 'storage_encrypted');
  assert.ok(encrypted?.kind === 'bool' && !encrypted.value && encrypted.range);
  assert.equal(encrypted.range.source.text.slice(encrypted.range.start, encrypted.range.end), 'false');
  assert.equal(attribute(orders, 'kms_key_id')?.kind, 'unknown');
  assert.equal(attribute(orders, 'password')?.sensitive, true);
});

test('what is known after apply but written by nobody is left to the default', () => {
  const configuration = {
    root_module: {
      resources: [
        {
          address: 'aws_instance.web',
          expressions: { ami: { constant_value: 'ami-1' }, subnet_id: { references: ['aws_subnet.a.id', 'aws_subnet.a'] } },
        },
      ],
    },
  };
  const web = resourcesOf(
    'plan.json',
    plan([{ address: 'aws_instance.web', after: { ami: 'ami-1' }, unknown: { metadata_options: true, subnet_id: true } }], configuration),
  ).get('aws_instance.web');
  assert.equal(attribute(web, 'metadata_options'), undefined);
  assert.deepEqual(attribute(web, 'subnet_id')?.refs, [{ address: 'aws_subnet.a', attribute: 'id' }]);
});

test('references are found through modules, variables, outputs, and to the instance with the same key', () => {
  const expressions = (references: readonly string[]): object => ({ bucket: { references } });
  const configuration = {
    root_module: {
      resources: [
        { address: 'aws_s3_bucket_versioning.all', for_each_expression: {}, expressions: expressions(['aws_s3_bucket.all', 'each.key']) },
        { address: 'aws_s3_bucket_policy.logs', expressions: expressions(['module.logs.bucket_id', 'module.logs']) },
      ],
      module_calls: {
        logs: {
          expressions: { bucket_name: { references: ['aws_s3_bucket.all["eu"].id'] } },
          module: {
            resources: [{ address: 'aws_s3_bucket_acl.inner', expressions: expressions(['var.bucket_name']) }],
            outputs: { bucket_id: { expression: { references: ['aws_s3_bucket.own.id', 'aws_s3_bucket.own'] } } },
          },
        },
      },
    },
  };
  const all = resourcesOf(
    'plan.json',
    plan(
      [
        { address: 'aws_s3_bucket.all["eu"]', index: 'eu', after: { bucket: 'orders-eu' } },
        { address: 'aws_s3_bucket_versioning.all["eu"]', index: 'eu', after: {}, unknown: { bucket: true } },
        { address: 'aws_s3_bucket_policy.logs', after: {}, unknown: { bucket: true } },
        { address: 'module.logs.aws_s3_bucket_acl.inner', after: {}, unknown: { bucket: true } },
      ],
      configuration,
    ),
  );
  const refs = (address: string): readonly string[] => attribute(all.get(address), 'bucket')?.refs.map((ref) => ref.address) ?? [];
  assert.deepEqual(refs('aws_s3_bucket_versioning.all["eu"]'), ['aws_s3_bucket.all["eu"]']);
  assert.deepEqual(refs('aws_s3_bucket_policy.logs'), ['module.logs.aws_s3_bucket.own']);
  assert.deepEqual(refs('module.logs.aws_s3_bucket_acl.inner'), ['aws_s3_bucket.all["eu"]']);
});

test('resources of nested modules are read: data sources of the state before, and all of a plan without changes', () => {
  const module = (mode: 'data' | 'managed') => (name: string, inner: readonly object[]) => ({
    resources: [{ address: `${name}.x`, mode, type: 'aws_kms_key', name: 'x', provider_name: AWS, values: { description: name } }],
    child_modules: inner,
  });
  const nested = (mode: 'data' | 'managed'): object => {
    const make = module(mode);
    return { root_module: make('root', [make('module.a', [make('module.a.module.b', [])]), make('module.c', [])]) };
  };
  const head = { format_version: '1.2', terraform_version: '1.9.0' };
  const addresses = (content: object): readonly string[] => [...resourcesOf('plan.json', content).keys()];
  const all = ['root.x', 'module.a.x', 'module.a.module.b.x', 'module.c.x'];
  assert.deepEqual(addresses({ ...head, planned_values: nested('managed') }), all);
  assert.deepEqual(addresses({ ...head, resource_changes: [], prior_state: { values: nested('data') } }), all);
  assert.deepEqual(addresses({ ...head, resource_changes: [], prior_state: { values: nested('managed') } }), []);
});

const state = (resources: readonly object[], version = 4): object => ({
  version,
  terraform_version: '1.9.0',
  serial: 3,
  lineage: 'a',
  outputs: { secret: { value: 'not read' } },
  resources,
});

const stateOf = (type: string, name: string, attributes: object, more: object = {}): object => ({
  mode: 'managed',
  type,
  name,
  provider: `provider["${AWS}"]`,
  instances: [{ schema_version: 0, attributes, ...more }],
});

test('a state gives every instance with its address, hides what the provider marks, and links by id', () => {
  const arn = 'arn:aws:kms:ap-northeast-1:123456789012:key/1111';
  const all = resourcesOf(
    'terraform.tfstate',
    state([
      stateOf('aws_kms_key', 'orders', { id: '1111', arn }),
      stateOf(
        'aws_db_instance',
        'orders',
        { kms_key_id: arn, password: 'drawn-by-lot' },
        { index_key: 0, sensitive_attributes: [[{ type: 'get_attr', value: 'password' }]] },
      ),
    ]),
  );
  assert.deepEqual([...all.keys()], ['aws_kms_key.orders', 'aws_db_instance.orders[0]']);
  const database = all.get('aws_db_instance.orders[0]');
  assert.deepEqual(attribute(database, 'kms_key_id')?.refs, [{ address: 'aws_kms_key.orders', attribute: 'arn' }]);
  assert.equal(attribute(database, 'password')?.sensitive, true);
});

test('a policy in a state has the structure of its JSON', () => {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });
  const all = resourcesOf('terraform.tfstate', state([stateOf('aws_iam_policy', 'all', { policy })]));
  const value = attribute(all.get('aws_iam_policy.all'), 'policy');
  assert.equal(value?.kind === 'string' && value.structure?.kind, 'map');
});

const broken: readonly (readonly [string, string, unknown, number])[] = [
  ['a state of version 3', 'terraform.tfstate', state([], 3), 1],
  [
    'a state that breaks off',
    'terraform.tfstate',
    '{"version": 4, "terraform_version": "1.9.0", "lineage": "a", "resources": [{"type": "aws_s3_bucket", ',
    1,
  ],
  ['a plan whose changes are a text', 'plan.json', { format_version: '1.2', terraform_version: '1.9.0', resource_changes: 'none' }, 0],
  [
    'a plan of nonsense',
    'plan.json',
    {
      format_version: '1.2',
      terraform_version: '1.9.0',
      resource_changes: [1, null, { change: 2 }, { type: 'a', name: 'b', address: 'c', change: { after: [] } }],
    },
    0,
  ],
];

for (const [name, path, content, said] of broken) {
  test(`${name} is read as far as it goes`, () => {
    const { diagnostics, roots } = read(path, content);
    assert.equal(diagnostics.length >= said, true);
    assert.deepEqual(
      roots.flatMap(({ resources }) => resources),
      [],
    );
  });
}

test('a plan on its source stands on the lines of the code, with the way that values took', () => {
  const main = `variable "encrypted" {
  default = false
}
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    cidr_blocks = ["0.0.0.0/0"]
  }
  ingress {
    from_port   = 22
    cidr_blocks = ["192.0.2.0/24"]
  }
}
resource "aws_db_instance" "orders" {
  storage_encrypted = var.encrypted
}
`;
  const text = JSON.stringify(
    plan([
      { address: 'aws_db_instance.orders', after: { storage_encrypted: false, multi_az: false } },
      {
        address: 'aws_security_group.web',
        after: {
          ingress: [
            { from_port: 22, cidr_blocks: ['192.0.2.0/24'] },
            { from_port: 443, cidr_blocks: ['0.0.0.0/0'] },
          ],
        },
      },
    ]),
  );
  const { roots, files } = evaluateCode(
    { root: 'infra', paths: ['plan.json'], read: () => ({ kind: 'text', text }) },
    { planSource: { folder: '../code', tree: { root: 'code', paths: ['main.tf'], read: () => ({ kind: 'text', text: main }) } } },
  );
  const [orders, web] = roots[0]?.resources ?? [];
  const encrypted = attribute(orders, 'storage_encrypted');
  assert.ok(encrypted?.range && encrypted.via?.range);
  assert.deepEqual([encrypted.range.source.path, startLine(encrypted.range), startLine(encrypted.via.range)], ['../code/main.tf', 2, 15]);
  // What the code does not say stands at its block.
  const multiAz = attribute(orders, 'multi_az')?.range;
  assert.equal(multiAz && startLine(multiAz), 14);
  const ingress = attribute(web, 'ingress');
  assert.ok(ingress?.kind === 'list');
  assert.deepEqual(
    ingress.items.map(({ range }) => range && startLine(range)),
    [9, 5],
  );
  assert.equal(files.has('../code/main.tf'), true);
});
