/** A resource with a field for each way of not knowing, and its types: what the cases of expressions are asked of. */
import type { CelDeclarations, CelField, CelObject, CelType, ListNode, MapNode, ObjectNode, Resource } from '@kumomori/model';
import { HOLE, absent, byDefault, celObject, explicit, list, nowhere, object, outside, parseCelType, unresolved } from '@kumomori/model';

interface Rule {
  readonly port: number;
  readonly cidr: string;
}

const unknownLeaf = unresolved<never>({ code: 'unset-variable', detail: 'var.x has no value' }, nowhere);
const rule = (port: number, cidr: string | null): ObjectNode<Rule> =>
  object<Rule>({ port: explicit(port, nowhere), cidr: cidr === null ? unknownLeaf : explicit(cidr, nowhere) }, nowhere);
const ssh = rule(22, '0.0.0.0/0');
const maybe: ListNode<Rule> = { ...list<Rule>([ssh], nowhere), items: [{ node: ssh, uncertain: true }] };
const tags = (rest: boolean): MapNode<string> => ({
  node: 'map',
  entries: new Map([
    ['team', explicit('web', nowhere)],
    ['stage', unknownLeaf],
  ]),
  rest: rest ? unknownLeaf : null,
  place: nowhere,
});

const fields = {
  acl: explicit('private', nowhere),
  status: byDefault('Disabled', nowhere),
  encrypted: explicit(true, nowhere),
  port: explicit(22, nowhere),
  ratio: explicit(0.5, nowhere),
  /** Not set. */
  algorithm: absent<string>(nowhere),
  /** Set to something nobody knows yet. */
  owner: unknownLeaf,
  /** Managed elsewhere. */
  policyIsPublic: outside<boolean>('it is managed elsewhere', nowhere),
  bucketName: explicit(`orders-${HOLE}-logs`, nowhere),
  secret: explicit('hunter2-secret', nowhere, true),
  rules: list<Rule>([ssh, rule(443, null)], nowhere),
  none: list<Rule>([], nowhere),
  open: list<Rule>([rule(443, '192.0.2.0/24')], nowhere, unknownLeaf),
  maybe,
  cidrs: list<string>([explicit('192.0.2.0/24', nowhere), unknownLeaf], nowhere),
  tags: tags(false),
  openTags: tags(true),
  nested: object<{ readonly on: boolean }>({ on: explicit(false, nowhere) }, nowhere),
  link: { node: 'ref' as const, target: null, place: nowhere, reason: null },
};

const range = { source: { path: 'main.tf', text: '' }, start: 0, end: 0 };

/** `aws.s3.bucket` stands for any type: only its fields are asked. */
export const subject: Resource = {
  ...{ key: 'orders', type: 'aws.s3.bucket', provider: 'aws', name: 'orders-bucket', account: null, region: null, tags: {} },
  ...{ ownPlaces: [], parts: [], fields: { node: 'object', fields, place: nowhere } },
  origin: { kind: 'terraform', address: 'aws_s3_bucket.orders', definition: '#aws_s3_bucket.orders', rootDir: '', range, head: range },
};

const optional = new Set(['algorithm', 'bucketName', 'link', 'policyIsPublic']);
const types: Readonly<Record<keyof typeof fields | 'name', string>> = {
  ...{ name: 'string', acl: 'string', status: 'string', encrypted: 'bool', port: 'number', ratio: 'number', algorithm: 'string' },
  ...{ owner: 'string', policyIsPublic: 'bool', bucketName: 'string', secret: 'string', rules: 'list<Rule>', none: 'list<Rule>' },
  ...{ open: 'list<Rule>', maybe: 'list<Rule>', cidrs: 'list<string>', tags: 'map<string, string>', openTags: 'map<string, string>' },
  ...{ nested: 'Nested', link: 'Nested' },
};

const field = (type: string, isOptional = false): CelField => ({ type: parseCelType(type), optional: isOptional });
const objects: ReadonlyMap<string, CelObject> = new Map(
  [
    { name: 'Subject', fields: new Map(Object.entries(types).map(([name, type]) => [name, field(type, optional.has(name))])) },
    {
      name: 'Rule',
      fields: new Map([
        ['port', field('number')],
        ['cidr', field('string')],
      ]),
    },
    { name: 'Nested', fields: new Map([['on', field('bool')]]) },
  ].map((each) => [each.name, each] as const),
);

/** `r`: the resource; `u`: unknown; `n`: null; `d`: plain data of any type. */
export const declarations: CelDeclarations = {
  variables: new Map<string, CelType>([
    ['r', celObject('Subject')],
    ...['u', 'n', 'd'].map((name) => [name, parseCelType('dyn')] as const),
  ]),
  object: (name) => objects.get(name),
};
