/** Plans and states of Terraform: edited trees of documents that hold every part of them, and mutated texts. */
import type { Random } from '../../bench/estate/random.ts';
import { mutateBytes, mutateTokens } from './mutate.ts';
import type { Files } from './programs.ts';
import { mutateTree, printJson, treeOf } from './trees.ts';

const PROVIDER = 'registry.example/hashicorp/aws';

const BUCKET = {
  bucket: 'orders-bucket',
  acl: 'public-read',
  tags: { env: 'prod' },
  policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}',
};
const GROUP = {
  name: 'web',
  ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'], ipv6_cidr_blocks: [], description: '' }],
};

const resource = (type: string, name: string, values: object, more: object = {}): object => ({
  address: `module.logs["a"].${type}.${name}[0]`,
  module_address: 'module.logs["a"]',
  mode: 'managed',
  type,
  name,
  index: 0,
  provider_name: PROVIDER,
  values,
  sensitive_values: { tags: {}, password: true },
  ...more,
});

const change = (type: string, name: string, after: object | null): object => ({
  ...resource(type, name, {}),
  change: {
    actions: ['create'],
    before: { bucket: 'old', ingress: [] },
    after,
    after_unknown: { id: true, tags: { a: true }, ingress: [{ cidr_blocks: [true], description: true }, true] },
    after_sensitive: { password: true, ingress: [{ description: true }] },
    before_sensitive: false,
  },
});

const PLAN = {
  format_version: '1.2',
  terraform_version: '1.9.0',
  variables: { a: { value: 'b' } },
  planned_values: {
    root_module: {
      resources: [resource('aws_s3_bucket', 'b', BUCKET)],
      child_modules: [{ address: 'module.logs', resources: [resource('aws_security_group', 'g', GROUP)] }],
    },
  },
  resource_changes: [change('aws_s3_bucket', 'b', BUCKET), change('aws_security_group', 'g', GROUP), change('aws_instance', 'gone', null)],
  prior_state: {
    format_version: '1.0',
    values: { root_module: { resources: [{ ...resource('aws_iam_policy_document', 'd', { json: '{}' }), mode: 'data' }] } },
  },
  configuration: {
    provider_config: { aws: { name: 'aws', full_name: PROVIDER, expressions: { region: { constant_value: 'eu-west-1' } } } },
    root_module: {
      resources: [
        {
          address: 'aws_s3_bucket.b',
          type: 'aws_s3_bucket',
          expressions: {
            bucket: { references: ['var.a', 'module.logs.arn', 'module.logs'] },
            ingress: [{ cidr_blocks: { references: ['local.x'] } }],
          },
        },
      ],
      module_calls: {
        logs: {
          source: './logs',
          expressions: { name: { references: ['module.logs.arn', 'aws_s3_bucket.b.id'] } },
          for_each_expression: {},
          module: {
            outputs: { arn: { expression: { references: ['var.name', 'aws_s3_bucket.b.arn', 'aws_s3_bucket.b'] } } },
            resources: [{ address: 'aws_s3_bucket.b', expressions: { bucket: { references: ['var.name'] } }, count_expression: {} }],
          },
        },
      },
    },
  },
};

const STATE = {
  version: 4,
  terraform_version: '1.9.0',
  serial: 3,
  lineage: '00000000-0000-0000-0000-000000000000',
  outputs: { secret: { value: 'x', type: 'string', sensitive: true } },
  resources: [
    {
      module: 'module.logs["a"]',
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'b',
      provider: `provider["${PROVIDER}"].tokyo`,
      instances: [
        {
          index_key: 'k',
          attributes: { ...BUCKET, id: 'orders-bucket', arn: 'arn:aws:s3:::orders-bucket' },
          sensitive_attributes: [[{ type: 'get_attr', value: 'acl' }]],
          dependencies: ['x'],
        },
      ],
    },
    {
      mode: 'managed',
      type: 'aws_security_group',
      name: 'g',
      provider: `provider["${PROVIDER}"]`,
      instances: [
        { index_key: 0, attributes: { ...GROUP, id: 'sg-1' } },
        { status: 'tainted', attributes_flat: { a: 'b' } },
      ],
    },
    { mode: 'data', type: 'aws_iam_policy_document', name: 'd', provider: '', instances: [{ attributes: { json: '{}' } }] },
  ],
};

const LEAVES = [
  'aws_s3_bucket.b',
  'module.logs["a"].module.x[3].aws_s3_bucket.b["é]"]',
  'data.a.b',
  'var.name',
  'module.logs.arn',
  'each.key',
  'managed',
  'data',
  '{"a":[',
  'orders-bucket',
  'arn:aws:s3:::*',
  '...',
];

export function plans(random: Random): Files {
  const files = new Map([['plan.json', text(PLAN, random)]]);
  if (random.chance(0.1)) files.set('main.tf', 'resource "aws_s3_bucket" "b" {\n  bucket = var.a\n}\n');
  return files;
}

export function states(random: Random): Files {
  return new Map([['terraform.tfstate', text(STATE, random)]]);
}

function text(seed: object, random: Random): string {
  const shape = random.int(0, 4);
  const whole = JSON.stringify(seed, null, 1);
  if (shape === 0) return mutateBytes(whole, whole, random);
  if (shape === 1) return mutateTokens(whole, random);
  return printJson(mutateTree(treeOf(seed), LEAVES, random));
}
