import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditedFormat, FixEdit } from '@kumomori/model';
import { editCode } from './index.ts';

interface Case {
  readonly name: string;
  readonly before: string;
  readonly edits: readonly FixEdit[];
  /** The text afterwards, or the code of the refusal with what it names. */
  readonly after: string | readonly [code: string, what: string];
}

interface Place {
  readonly format: EditedFormat;
  readonly file: string;
  readonly address: string;
}

function edited({ format, file, address }: Place, text: string, edits: readonly FixEdit[]): string | readonly [string, string] {
  const outcome = editCode(new Map([[file, text]]), { format, file, address }, edits);
  return outcome.kind === 'refused' ? [outcome.code, outcome.what] : (outcome.changed.get(file) ?? text);
}

function runCases(place: Place, cases: readonly Case[]): void {
  for (const { name, before, edits, after } of cases) {
    test(`${place.format}: ${name}`, () => {
      assert.deepEqual(edited(place, before, edits), after);
      if (typeof after === 'string') assert.equal(edited(place, after, edits), after, 'done twice is done once');
    });
  }
}

const set = (path: string, value: string | number | boolean | readonly string[]): FixEdit => ({ set: path, value });

/** The block of a database with these lines. */
const db = (...lines: readonly string[]): string =>
  `resource "aws_db_instance" "orders" {\n${lines.map((line) => `${line}\n`).join('')}}\n`;

runCases({ format: 'terraform', file: 'main.tf', address: 'module.shop["eu"].aws_db_instance.orders[0]' }, [
  {
    name: 'a literal is replaced in place, its comment stays',
    before: db('  storage_encrypted = false # one day'),
    edits: [set('storage_encrypted', true)],
    after: db('  storage_encrypted = true # one day'),
  },
  {
    name: 'a new attribute goes below the last short one, and moves the signs only when it is longer',
    before: db('  identifier     = "orders"', '  engine_version = "17"', '', '  tags = {', '    a = "b"', '  }'),
    edits: [set('multi_az', true), set('copy_tags_to_snapshot', true)],
    after: db(
      '  identifier            = "orders"',
      '  engine_version        = "17"',
      '  multi_az              = true',
      '  copy_tags_to_snapshot = true',
      '',
      '  tags = {',
      '    a = "b"',
      '  }',
    ),
  },
  {
    name: 'signs that are not in line stay where they are',
    before: db('  a = 1', '  identifier = "orders"'),
    edits: [set('multi_az', true)],
    after: db('  a = 1', '  identifier = "orders"', '  multi_az = true'),
  },
  {
    name: 'an empty block on one line is opened',
    before: 'resource "aws_db_instance" "orders" {}\n',
    edits: [set('multi_az', true)],
    after: db('  multi_az = true'),
  },
  {
    name: 'a nested block on one line is opened, what it held first',
    before: db('  options { level = "low" }'),
    edits: [set('options.audit', true)],
    after: db('  options {', '    level = "low"', '    audit = true', '  }'),
  },
  {
    name: 'nested blocks are made behind an empty line',
    before: db('  identifier = "orders"'),
    edits: [set('options.audit.level', 'all')],
    after: db('  identifier = "orders"', '', '  options {', '    audit {', '      level = "all"', '    }', '  }'),
  },
  {
    name: 'the block whose key says so, made when there is none',
    before: db('  setting {', '    name  = "a"', '    value = "off"', '  }'),
    edits: [set('setting[name=a].value', 'on'), set('setting[name=b].value', 'on')],
    after: db('  setting {', '    name  = "a"', '    value = "on"', '  }', '', '  setting {', '    name  = "b"', '    value = "on"', '  }'),
  },
  {
    name: 'each block that is there, and none is made',
    before: db('  rule {', '    open = true', '  }', '  rule {', '    # none', '  }'),
    edits: [set('rule[*].open', false), set('other[*].open', false)],
    after: db('  rule {', '    open = false', '  }', '  rule {', '    # none', '    open = false', '  }'),
  },
  {
    name: 'a map keeps its commas and gets entries, or is made',
    before: db('  parameters = { ssl = "0" }'),
    edits: [set('parameters.ssl', '1'), set('parameters.log', 'on'), set('labels{}.team', 'shop')],
    after: db('  parameters = { ssl = "1", log = "on" }', '', '  labels = {', '    team = "shop"', '  }'),
  },
  {
    name: 'a list gets what it does not hold',
    before: db('  logs = [', '    "error", # first', '    "audit"', '  ]', '  more = ["a"]'),
    edits: [
      { append: 'logs', values: ['audit', 'slow'] },
      { append: 'more', values: ['b'] },
      { append: 'none', values: ['c'] },
    ],
    after: db('  logs = [', '    "error", # first', '    "audit",', '    "slow"', '  ]', '  more = ["a", "b"]', '  none = ["c"]'),
  },
  {
    name: 'a list loses what it should not hold',
    before: db('  logs = ["error", "all"]', '  more = [', '    "all",', '    "error",', '  ]'),
    edits: [
      { drop: 'logs', values: ['all'] },
      { drop: 'more', values: ['all'] },
    ],
    after: db('  logs = ["error"]', '  more = [', '    "error",', '  ]'),
  },
  {
    name: 'an attribute and a block go with their lines',
    before: db('  public = true', '  keep   = 1', '', '  open {', '    a = 1', '  }'),
    edits: [{ remove: 'public' }, { remove: 'open' }],
    after: db('  keep   = 1', ''),
  },
  {
    name: 'what is only for other resources is left out',
    before: db('  a = 1'),
    edits: [{ ...set('multi_az', true), of: ['aws_rds_cluster'] }],
    after: db('  a = 1'),
  },
  {
    name: 'only where something is, only where nothing is',
    before: db('  a = 1'),
    edits: [
      { set: 'a', value: 2, unlessThere: true },
      { set: 'b', value: 2, ifThere: true },
      { set: 'c', value: 2, unlessThere: true },
    ],
    after: db('  a = 1', '  c = 2'),
  },
  {
    name: 'a text that would be a template is written as it is',
    before: db('  a = "x"'),
    edits: [set('a', 'say "${hello}"')],
    after: db('  a = "say \\"$${hello}\\""'),
  },
  {
    name: 'line ends of Windows stay',
    before: db('  a = 1').replaceAll('\n', '\r\n'),
    edits: [set('multi_az', true), set('options.audit', true)],
    after: db('  a        = 1', '  multi_az = true', '', '  options {', '    audit = true', '  }').replaceAll('\n', '\r\n'),
  },
  {
    name: 'a value from elsewhere is refused by its name',
    before: db('  multi_az = var.multi_az'),
    edits: [set('multi_az', true)],
    after: ['expression', 'var.multi_az'],
  },
  {
    name: 'a block that a collection makes is refused',
    before: db('  dynamic "rule" {', '    for_each = var.rules', '    content {}', '  }'),
    edits: [set('rule.open', false)],
    after: ['generated', 'dynamic "rule"'],
  },
  {
    name: 'a heredoc is refused',
    before: db('  policy = <<EOT', 'x', 'EOT'),
    edits: [set('policy', 'y')],
    after: ['unsupported', 'a heredoc'],
  },
  {
    name: 'a block with comments in it does not go',
    before: db('  open {', '    # since 2019', '  }'),
    edits: [{ remove: 'open' }],
    after: ['unsupported', 'comments inside of what would go'],
  },
  {
    name: 'a resource that is not there',
    before: 'locals {}\n',
    edits: [set('a', 1)],
    after: ['not-found', 'module.shop["eu"].aws_db_instance.orders[0]'],
  },
]);

const bucketEdits: readonly FixEdit[] = [
  { beside: 'aws_s3_bucket_versioning', by: 'bucket', values: { 'versioning_configuration.status': 'Enabled' } },
];

runCases({ format: 'terraform', file: 'main.tf', address: 'aws_s3_bucket.orders' }, [
  {
    name: 'a resource that goes with another is written behind it',
    before: 'resource "aws_s3_bucket" "orders" {} # mine\nlocals {}\n',
    edits: [{ beside: 'aws_s3_bucket_public_access_block', by: 'bucket', values: { block_public_acls: true } }],
    after: `resource "aws_s3_bucket" "orders" {} # mine

resource "aws_s3_bucket_public_access_block" "orders" {
  bucket            = aws_s3_bucket.orders.id
  block_public_acls = true
}
locals {}
`,
  },
  {
    name: 'as many as there are of the resource, under a name that is free',
    before: `resource "aws_s3_bucket" "orders" {
  for_each = toset(["a", "b"])
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = "somewhere-else"
}
`,
    edits: bucketEdits,
    after: `resource "aws_s3_bucket" "orders" {
  for_each = toset(["a", "b"])
}

resource "aws_s3_bucket_versioning" "orders_2" {
  for_each = toset(["a", "b"])

  bucket = aws_s3_bucket.orders[each.key].id

  versioning_configuration {
    status = "Enabled"
  }
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = "somewhere-else"
}
`,
  },
  {
    name: 'one that is there is edited',
    before: `resource "aws_s3_bucket" "orders" {}
resource "aws_s3_bucket_versioning" "of_orders" {
  bucket = aws_s3_bucket.orders.bucket
  versioning_configuration {
    status = "Suspended" # for now
  }
}
`,
    edits: bucketEdits,
    after: `resource "aws_s3_bucket" "orders" {}
resource "aws_s3_bucket_versioning" "of_orders" {
  bucket = aws_s3_bucket.orders.bucket
  versioning_configuration {
    status = "Enabled" # for now
  }
}
`,
  },
]);

/** A bucket in a template with these lines. */
const template = (...lines: readonly string[]): string =>
  `Resources:\n    Orders:\n        Type: AWS::S3::Bucket\n${lines.map((line) => `${line}\n`).join('')}    Other: {Type: AWS::S3::Bucket}\n`;

runCases({ format: 'cloudformation', file: 'template.yaml', address: 'Shop/Orders' }, [
  {
    name: 'properties are made with the indentation of the file',
    before: template(),
    edits: [set('VersioningConfiguration.Status', 'Enabled'), { set: 'DeletionPolicy', value: 'Retain' }],
    after: template(
      '        Properties:',
      '            VersioningConfiguration:',
      '                Status: Enabled',
      '        DeletionPolicy: Retain',
    ),
  },
  {
    name: 'scalars keep their quotes and comments',
    before: template('        Properties:', "            AccessControl: 'PublicRead' # why?", '            Count: 1'),
    edits: [set('AccessControl', 'Private'), set('Count', 2)],
    after: template('        Properties:', "            AccessControl: 'Private' # why?", '            Count: 2'),
  },
  {
    name: 'lists of maps get the element that is missing',
    before: template('        Properties:', '            Attributes:', '                - Key: a', "                  Value: 'off'"),
    edits: [set('Attributes[Key=a].Value', 'on'), set('Attributes[Key=b].Value', 'true'), set('Rules[0].Status', 'Enabled')],
    after: template(
      '        Properties:',
      '            Attributes:',
      '                - Key: a',
      "                  Value: 'on'",
      '                - Key: b',
      '                  Value: "true"',
      '            Rules:',
      '                - Status: Enabled',
    ),
  },
  {
    name: 'flow style stays flow style',
    before: template('        Properties: {Tags: [], Access: {Open: true}}'),
    edits: [set('Access.Open', false), set('Versioning.Status', 'Enabled'), { append: 'Logs', values: ['audit'] }],
    after: template('        Properties: {Tags: [], Access: {Open: false}, Versioning: { Status: Enabled }, Logs: [audit]}'),
  },
  {
    name: 'a parameter is refused',
    before: template('        Properties:', '            AccessControl: !Ref Access'),
    edits: [set('AccessControl', 'Private')],
    after: ['expression', '!Ref Access'],
  },
  {
    name: 'a condition is refused',
    before: template(
      '        Properties:',
      '            Versioning:',
      '                Fn::If: [A, {Status: Enabled}, {Status: Suspended}]',
    ),
    edits: [set('Versioning.Status', 'Enabled')],
    after: ['expression', 'Fn::If: [A, {Status: Enabled}, {Status: Suspended}]'],
  },
  {
    name: 'what an anchor shares is refused',
    before: template('        Properties: &props', '            A: 1').replace(
      '{Type: AWS::S3::Bucket}',
      '{Type: AWS::S3::Bucket, Properties: *props}',
    ),
    edits: [set('A', 2)],
    after: ['shared', '&props'],
  },
  {
    name: 'what a merge brings in is refused',
    before: `x: &common {A: 1}\n${template('        Properties:', '            <<: *common')}`,
    edits: [set('B.C', 2)],
    after: ['shared', '<<'],
  },
]);

runCases({ format: 'cloudformation', file: 'template.json', address: 'Orders' }, [
  {
    name: 'JSON gets its commas and its lines',
    before:
      '{\n  "Resources": {\n    "Orders": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        "Open": "yes"\n      }\n    }\n  }\n}\n',
    edits: [set('Open', false), set('Rules[0].Status', 'Enabled')],
    after:
      '{\n  "Resources": {\n    "Orders": {\n      "Type": "AWS::S3::Bucket",\n      "Properties": {\n        "Open": false,\n        "Rules": [\n          {\n            "Status": "Enabled"\n          }\n        ]\n      }\n    }\n  }\n}\n',
  },
  {
    name: 'JSON on one line stays there',
    before: '{"Resources": {"Orders": {"Type": "AWS::S3::Bucket"}}}',
    edits: [set('A.B', true)],
    after: '{"Resources": {"Orders": {"Type": "AWS::S3::Bucket", "Properties": { "A": { "B": true } }}}}',
  },
  {
    name: 'a parameter of JSON is refused',
    before: '{"Resources": {"Orders": {"Type": "AWS::S3::Bucket", "Properties": {"A": {"Ref": "P"}}}}}',
    edits: [set('A', true)],
    after: ['expression', '{"Ref": "P"}'],
  },
]);

const deployment = (...lines: readonly string[]): string =>
  `# web\napiVersion: v1\nkind: Pod\nmetadata:\n  name: orders\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\n  namespace: shop\nspec:\n  template:\n    spec:\n${lines.map((line) => `${line}\n`).join('')}`;

runCases({ format: 'kubernetes', file: 'web.yaml', address: 'shop/Deployment/orders' }, [
  {
    name: 'every container of the right document',
    before: deployment(
      '      containers:',
      '        - name: web',
      '          image: web:1',
      '        - image: side:1',
      '          securityContext:',
      '      # end',
    ),
    edits: [
      set('$containers.securityContext.privileged', false),
      { append: '$containers.securityContext.capabilities.drop', values: ['ALL'] },
      set('$pod.hostNetwork', false),
    ],
    after: deployment(
      '      containers:',
      '        - name: web',
      '          image: web:1',
      '          securityContext:',
      '            privileged: false',
      '            capabilities:',
      '              drop:',
      '                - ALL',
      '        - image: side:1',
      '          securityContext:',
      '            privileged: false',
      '            capabilities:',
      '              drop:',
      '                - ALL',
      '      hostNetwork: false',
      '      # end',
    ),
  },
  {
    name: 'capabilities are taken away one by one, the last leaves an empty list',
    before: deployment(
      '      containers:',
      '        - securityContext:',
      '            capabilities:',
      '              add:',
      '                - SYS_ADMIN',
      '                - CHOWN',
      '        - securityContext:',
      '            capabilities: {add: [SYS_ADMIN]}',
    ),
    edits: [{ drop: '$containers.securityContext.capabilities.add', values: ['SYS_ADMIN'] }],
    after: deployment(
      '      containers:',
      '        - securityContext:',
      '            capabilities:',
      '              add:',
      '                - CHOWN',
      '        - securityContext:',
      '            capabilities: {add: []}',
    ),
  },
  {
    name: 'a member goes with its line',
    before: deployment('      hostNetwork: true', '      containers: []'),
    edits: [{ remove: '$pod.hostNetwork' }],
    after: deployment('      containers: []'),
  },
  {
    name: 'a member whose line has a comment stays',
    before: deployment('      hostNetwork: true # for metrics', '      containers: []'),
    edits: [{ remove: '$pod.hostNetwork' }],
    after: ['unsupported', 'true'],
  },
]);

/** A template with these resources. */
const armTemplate = (...resources: readonly string[]): string => `{\n  "resources": [\n${resources.join(',\n')}\n  ]\n}\n`;
const account = (name: string, properties: string): string =>
  `    { "type": "Microsoft.Storage/storageAccounts", "name": "${name}", "properties": ${properties} }`;
const httpsOnly: FixEdit = { of: ['Microsoft.Storage/storageAccounts'], set: 'properties.supportsHttpsTrafficOnly', value: true };

runCases({ format: 'arm', file: 'main.json', address: 'ordersdata' }, [
  {
    name: 'the only resource of a type is meant, also when its name is computed',
    before: armTemplate(account("[parameters('name')]", '{ "supportsHttpsTrafficOnly": false }')),
    edits: [httpsOnly],
    after: armTemplate(account("[parameters('name')]", '{ "supportsHttpsTrafficOnly": true }')),
  },
  {
    name: 'of several that with the name',
    before: armTemplate(account('logs', '{ "a": 1 }'), account('ordersdata', '{ "a": 1 }')),
    edits: [httpsOnly],
    after: armTemplate(account('logs', '{ "a": 1 }'), account('ordersdata', '{ "a": 1, "supportsHttpsTrafficOnly": true }')),
  },
  {
    name: 'of several with computed names none',
    before: armTemplate(account("[parameters('a')]", '{}'), account("[parameters('b')]", '{}')),
    edits: [httpsOnly],
    after: ['not-found', 'ordersdata'],
  },
  {
    name: 'a value from a parameter is not replaced',
    before: armTemplate(account('ordersdata', `{ "supportsHttpsTrafficOnly": "[parameters('https')]" }`)),
    edits: [httpsOnly],
    after: ['expression', `"[parameters('https')]"`],
  },
]);

runCases({ format: 'kubernetes', file: 'a.yaml', address: 'default/Pod/orders' }, [
  {
    name: 'what the API refuses beside another value is not written',
    before: `kind: Pod
metadata:
  name: orders
spec:
  containers:
    - name: app
      securityContext:
        privileged: true
`,
    edits: [{ set: '$containers.securityContext.allowPrivilegeEscalation', value: false, clashes: { privileged: true } }],
    after: ['unsupported', 'privileged: true'],
  },
]);

test('a list whose lines hold comments is not taken away', () => {
  const place: Place = { format: 'terraform', file: 'main.tf', address: 'aws_db_instance.orders' };
  const text = db('  exports = [', '    "audit", # asked for by legal', '  ]');
  assert.deepEqual(edited(place, text, [{ remove: 'exports' }]), ['unsupported', 'comments inside of what would go']);
});

test('two objects of one name are not told apart by guessing', () => {
  const place: Place = { format: 'kubernetes', file: 'a.yaml', address: 'shop/Pod/orders' };
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: orders\n  namespace: shop\nspec: {}\n';
  assert.deepEqual(edited(place, `${pod}---\n${pod}`, [set('$pod.hostPID', false)]), ['not-found', 'shop/Pod/orders']);
});

test('texts that are no code are refused, not thrown', () => {
  const edits = [set('A', 1)];
  for (const text of ['', '{', '[', 'a: [', 'resource "x" {', '\0', '*a', '- '.repeat(5000)]) {
    for (const format of ['terraform', 'cloudformation', 'kubernetes', 'arm'] as const)
      assert.ok(
        Array.isArray(edited({ format, file: format === 'terraform' ? 'a.tf' : 'a.yaml', address: 'a.b' }, text, edits)),
        `${format} ${text.slice(0, 20)}`,
      );
  }
});
