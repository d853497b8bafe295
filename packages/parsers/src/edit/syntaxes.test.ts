/** Edits of Bicep, Terraform in JSON, Dockerfiles, compose files and policies. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditedFormat, FixEdit } from '@kumomori/model';
import { armOrdinal, commentsIn, editCode } from './index.ts';

interface Case {
  readonly name: string;
  readonly address: string;
  readonly before: string;
  readonly edits: readonly FixEdit[];
  /** The text afterwards, or the code of the refusal with what it names. */
  readonly after: string | readonly [code: string, what: string];
}

function runCases(format: EditedFormat, file: string, cases: readonly Case[]): void {
  for (const { name, address, before, edits, after } of cases) {
    test(`${file}: ${name}`, () => {
      const edited = (text: string): string | readonly [string, string] => {
        const outcome = editCode(new Map([[file, text]]), { format, file, address }, edits);
        return outcome.kind === 'refused' ? [outcome.code, outcome.what] : (outcome.changed.get(file) ?? text);
      };
      assert.deepEqual(edited(before), after);
      if (typeof after !== 'string') return;
      assert.equal(edited(after), after, 'done twice is done once');
      assert.deepEqual(commentsIn(file, after).toSorted(), commentsIn(file, before).toSorted(), 'comments stay');
    });
  }
}

const of = ['Microsoft.Storage/storageAccounts'];
const HTTPS: FixEdit = { set: 'properties.supportsHttpsTrafficOnly', value: true, of };

runCases('arm', 'main.bicep', [
  {
    name: 'a value is replaced, a map and a list are made on lines of their own, comments stay where they are',
    address: 'orders',
    before: `// The shop's.
resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'orders' // do not rename
  properties: {
    supportsHttpsTrafficOnly: false // old clients
  }
}
`,
    edits: [
      HTTPS,
      { set: 'properties.networkAcls.defaultAction', value: 'Deny', of },
      { append: 'properties.tags', values: ["o'hara"], of },
    ],
    after: `// The shop's.
resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: 'orders' // do not rename
  properties: {
    supportsHttpsTrafficOnly: true // old clients
    networkAcls: {
      defaultAction: 'Deny'
    }
    tags: [
      'o\\'hara'
    ]
  }
}
`,
  },
  {
    name: 'a map on one line gets a comma, Windows its line ends, loops and conditions are edited inside',
    address: 'orders',
    before: `resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = [for name in names: if (on) {\r\n  name: name\r\n  properties: { allowBlobPublicAccess: false }\r\n}]\r\n`,
    edits: [HTTPS],
    after: `resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = [for name in names: if (on) {\r\n  name: name\r\n  properties: { allowBlobPublicAccess: false, supportsHttpsTrafficOnly: true }\r\n}]\r\n`,
  },
  {
    name: 'a parameter is refused',
    address: 'orders',
    before: `param https bool = false\nresource orders 'Microsoft.Storage/storageAccounts@2023-01-01' = {\n  name: 'orders'\n  properties: {\n    supportsHttpsTrafficOnly: https\n  }\n}\n`,
    edits: [HTTPS],
    after: ['expression', 'https'],
  },
  {
    name: 'what exists already and modules are not edited',
    address: 'orders',
    before: `resource orders 'Microsoft.Storage/storageAccounts@2023-01-01' existing = {\n  name: 'orders'\n}\nmodule shop 'shop.bicep' = {\n  name: 'shop'\n}\n`,
    edits: [HTTPS],
    after: ['not-found', 'orders'],
  },
]);

const TWO = `resource a 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: uniqueString('a')
}
resource b 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: uniqueString('b')
  resource blob 'blobServices' = {
    name: 'default'
  }
}
`;

test('of several resources with computed names the one at fault is edited, and what stands in it', () => {
  const nth = armOrdinal(TWO, TWO.indexOf('resource b') + 'resource b '.length);
  const edits: readonly FixEdit[] = [
    HTTPS,
    { set: 'properties.isVersioningEnabled', value: true, of: ['Microsoft.Storage/storageAccounts/blobServices'] },
  ];
  const outcome = editCode(new Map([['main.bicep', TWO]]), { format: 'arm', file: 'main.bicep', address: 'b', nth }, edits);
  assert.equal(nth, 1);
  assert.equal(
    outcome.kind === 'edited' && outcome.changed.get('main.bicep'),
    `resource a 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: uniqueString('a')
}
resource b 'Microsoft.Storage/storageAccounts@2023-01-01' = {
  name: uniqueString('b')
  properties: {
    supportsHttpsTrafficOnly: true
  }
  resource blob 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
    }
  }
}
`,
  );
});

const json = (resources: unknown): string => `${JSON.stringify({ resource: resources }, null, 2)}\n`;

runCases('terraform', 'main.tf.json', [
  {
    name: 'attributes and blocks become members, blocks in a list are edited there',
    address: 'module.shop["eu"].aws_s3_bucket.orders[0]',
    before: json({ aws_s3_bucket: { orders: { bucket: 'orders-bucket', versioning: [{ enabled: false }] } } }),
    edits: [
      { set: 'versioning.enabled', value: true },
      { set: 'logging.target_prefix', value: 'log/' },
    ],
    after: json({
      aws_s3_bucket: { orders: { bucket: 'orders-bucket', versioning: [{ enabled: true }], logging: { target_prefix: 'log/' } } },
    }),
  },
  {
    name: 'a resource that goes with it is written behind, with its count',
    address: 'aws_s3_bucket.orders',
    before: json({ aws_s3_bucket: { orders: { count: 2, bucket: 'orders-bucket' } } }),
    edits: [{ beside: 'aws_s3_bucket_public_access_block', by: 'bucket', values: { block_public_acls: true } }],
    after: json({
      aws_s3_bucket: { orders: { count: 2, bucket: 'orders-bucket' } },
      aws_s3_bucket_public_access_block: {
        orders: { count: 2, bucket: '${aws_s3_bucket.orders[count.index].id}', block_public_acls: true },
      },
    }),
  },
  {
    name: 'it is edited where it is there',
    address: 'aws_s3_bucket.orders',
    before: json({
      aws_s3_bucket: { orders: { bucket: 'orders-bucket' } },
      aws_s3_bucket_public_access_block: { block: { bucket: '${aws_s3_bucket.orders.id}', block_public_acls: false } },
    }),
    edits: [{ beside: 'aws_s3_bucket_public_access_block', by: 'bucket', values: { block_public_acls: true } }],
    after: json({
      aws_s3_bucket: { orders: { bucket: 'orders-bucket' } },
      aws_s3_bucket_public_access_block: { block: { bucket: '${aws_s3_bucket.orders.id}', block_public_acls: true } },
    }),
  },
  {
    name: 'a reference is refused',
    address: 'aws_kms_key.orders',
    before: json({ aws_kms_key: { orders: { enable_key_rotation: '${var.rotate}' } } }),
    edits: [{ set: 'enable_key_rotation', value: true }],
    after: ['expression', '"${var.rotate}"'],
  },
  {
    name: 'a dynamic block is refused',
    address: 'aws_s3_bucket.orders',
    before: json({ aws_s3_bucket: { orders: { dynamic: { versioning: { for_each: '${var.on}', content: {} } } } } }),
    edits: [{ set: 'versioning.enabled', value: true }],
    after: ['generated', 'dynamic "versioning"'],
  },
]);

runCases('dockerfile', 'build/Dockerfile.shop', [
  {
    name: 'options come behind their word and go with the line they stand on; comments between the lines stay',
    address: 'stage:build',
    before: `FROM debian:12 AS build
# tools
RUN apt-get update && \\
    # for the download
    sudo apt-get install \\
      curl; \\
    curl -fsSLk https://example.com/x \\
      --insecure \\
      -o x
FROM alpine:3.20
RUN curl -k https://example.com/y
`,
    edits: [
      { call: ['apt-get'], when: ['install'], add: '-y', unless: ['--yes'] },
      { call: ['curl'], take: ['-k', '--insecure'] },
    ],
    after: `FROM debian:12 AS build
# tools
RUN apt-get update && \\
    # for the download
    sudo apt-get install -y \\
      curl; \\
    curl -fsSL https://example.com/x \\
      -o x
FROM alpine:3.20
RUN curl -k https://example.com/y
`,
  },
  {
    name: 'what only looks like the option or the call stays',
    address: '1',
    before: "FROM debian:12\nRUN curl -ok x && echo curl -k && sh -c 'curl -k x' && wget -k x\n",
    edits: [{ call: ['curl'], take: ['-k', '--insecure'] }],
    after: "FROM debian:12\nRUN curl -ok x && echo curl -k && sh -c 'curl -k x' && wget -k x\n",
  },
  {
    name: 'a program, its words, an option with a value and a last command',
    address: '1',
    before: 'FROM debian:12\nRUN /usr/bin/apt install x && pip --trusted-host example.com install y && git config http.sslVerify false\n',
    edits: [
      { call: ['apt'], becomes: 'apt-get' },
      { call: ['pip'], take: ['--trusted-host'], takeValue: true },
      { call: ['git'], when: ['http.sslVerify'], swap: { false: 'true' } },
      { call: ['apt-get'], when: ['install'], andThen: 'apt-get clean' },
    ],
    after: 'FROM debian:12\nRUN /usr/bin/apt-get install x && pip install y && git config http.sslVerify true && apt-get clean\n',
  },
  {
    name: 'other instructions and variables',
    address: '1',
    before:
      'FROM a:1\nADD app.jar /app\nADD https://example.com/x /x\nCOPY ["a", "b", "/app"]\nMAINTAINER Jo "J" <jo@example.com>\nENV A=1 OFF=0\n',
    edits: [
      { instruction: 'ADD', becomes: 'COPY', except: '^https?:' },
      { instruction: 'COPY', endWith: '/' },
      { instruction: 'MAINTAINER', becomes: 'LABEL', label: 'authors' },
      { variable: 'OFF', value: '1' },
    ],
    after:
      'FROM a:1\nCOPY app.jar /app\nADD https://example.com/x /x\nCOPY ["a", "b", "/app/"]\nLABEL authors="Jo \\"J\\" <jo@example.com>"\nENV A=1 OFF=1\n',
  },
  {
    name: 'a list of words is refused',
    address: '1',
    before: 'FROM a:1\nRUN ["curl", "-k", "x"]\n',
    edits: [{ call: ['curl'], take: ['-k'] }],
    after: ['unsupported', 'RUN as a list'],
  },
  {
    name: 'a heredoc is refused',
    address: '1',
    before: 'FROM a:1\nRUN <<EOF\ncurl -k x\nEOF\n',
    edits: [{ call: ['curl'], take: ['-k'] }],
    after: ['unsupported', 'a heredoc'],
  },
]);

runCases('compose', 'compose.yaml', [
  {
    name: 'members are set, taken away and added in the style of the file',
    address: 'service:web',
    before: `services:
  web:
    image: "orders:1.8"
    privileged: true # for the old driver
    pid: host
    cap_add: [SYS_ADMIN, NET_BIND_SERVICE]
  db:
    privileged: true
`,
    edits: [
      { set: 'privileged', value: false, ifThere: true },
      { remove: 'pid' },
      { drop: 'cap_add', values: ['SYS_ADMIN'] },
      { append: 'security_opt', values: ['no-new-privileges:true'] },
    ],
    after: `services:
  web:
    image: "orders:1.8"
    privileged: false # for the old driver
    cap_add: [NET_BIND_SERVICE]
    security_opt:
      - no-new-privileges:true
  db:
    privileged: true
`,
  },
  {
    name: 'a variable of the environment is refused',
    address: 'service:web',
    before: 'services:\n  web:\n    image: a\n    pid: ${PID_MODE:-host}\n',
    edits: [{ remove: 'pid' }],
    after: ['expression', '${PID_MODE:-host}'],
  },
  {
    name: 'what an anchor brings in is refused',
    address: 'service:web',
    before: 'x-base: &base\n  privileged: true\nservices:\n  web:\n    <<: *base\n    image: a\n',
    edits: [{ set: 'privileged', value: false, ifThere: true }],
    after: ['shared', '<<'],
  },
]);

const TLS: FixEdit = {
  ...{ policyOf: 'aws_s3_bucket_policy', by: 'bucket', attribute: 'policy' },
  statement: {
    sid: 'RefusePlainHttp',
    actions: ['s3:*'],
    resources: ['', '/*'],
    condition: { test: 'Bool', variable: 'aws:SecureTransport', value: 'false' },
  },
};
const BUCKET = 'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n';
const policyOf = (policy: string): string =>
  `${BUCKET}resource "aws_s3_bucket_policy" "shop" {\n  bucket = aws_s3_bucket.orders.id\n  policy = ${policy}\n}\n`;
const deny = (indent: string): string =>
  [
    '{',
    '  Sid       = "RefusePlainHttp"',
    '  Effect    = "Deny"',
    '  Principal = "*"',
    '  Action    = "s3:*"',
    '  Resource  = [aws_s3_bucket.orders.arn, "${aws_s3_bucket.orders.arn}/*"]',
    '  Condition = { Bool = { "aws:SecureTransport" = "false" } }',
    '}',
  ].join(`\n${indent}`);
const named = (name: string, use = ''): string =>
  `${policyOf('data.aws_iam_policy_document.orders.json')}data "aws_iam_policy_document" "orders" {${name}}\n${use}`;

runCases('terraform', 'main.tf', [
  {
    name: 'a bucket without a policy gets one that refuses plain HTTP',
    address: 'aws_s3_bucket.orders',
    before: BUCKET,
    edits: [TLS],
    after: `${BUCKET}
resource "aws_s3_bucket_policy" "orders" {
  bucket = aws_s3_bucket.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [${deny('    ')}]
  })
}
`,
  },
  {
    name: 'statements of jsonencode keep their layout and their comments',
    address: 'aws_s3_bucket.orders',
    before: policyOf('jsonencode({\n    Statement = [\n      { Effect = "Allow" } # readers\n    ]\n  })'),
    edits: [TLS],
    after: policyOf(`jsonencode({\n    Statement = [\n      { Effect = "Allow" }, # readers\n      ${deny('      ')}\n    ]\n  })`),
  },
  {
    name: 'braces on the line of the bracket stay there',
    address: 'aws_s3_bucket.orders',
    before: policyOf('jsonencode({\n    Statement = [{\n      Effect = "Allow"\n    }]\n  })'),
    edits: [TLS],
    after: policyOf(`jsonencode({\n    Statement = [{\n      Effect = "Allow"\n    }, ${deny('    ')}]\n  })`),
  },
  {
    name: 'a document gets a block',
    address: 'aws_s3_bucket.orders',
    before: named('\n  statement {\n    actions = ["s3:GetObject"]\n  }\n'),
    edits: [TLS],
    after: named(
      '\n  statement {\n    actions = ["s3:GetObject"]\n  }\n\n' +
        '  statement {\n    sid       = "RefusePlainHttp"\n    effect    = "Deny"\n    actions   = ["s3:*"]\n' +
        '    resources = [aws_s3_bucket.orders.arn, "${aws_s3_bucket.orders.arn}/*"]\n\n' +
        '    principals {\n      type        = "*"\n      identifiers = ["*"]\n    }\n\n' +
        '    condition {\n      test     = "Bool"\n      variable = "aws:SecureTransport"\n      values   = ["false"]\n    }\n  }\n',
    ),
  },
  {
    name: 'a document that others use, too, is refused',
    address: 'aws_s3_bucket.orders',
    before: named('', 'output "policy" {\n  value = data.aws_iam_policy_document.orders.json\n}\n'),
    edits: [TLS],
    after: ['shared', 'data.aws_iam_policy_document.orders'],
  },
  {
    name: 'a policy from a variable is refused',
    address: 'aws_s3_bucket.orders',
    before: policyOf('var.policy'),
    edits: [TLS],
    after: ['expression', 'var.policy'],
  },
  {
    name: 'a bucket that is handed on may have its policy elsewhere',
    address: 'aws_s3_bucket.orders',
    before: `${BUCKET}output "bucket" {\n  value = aws_s3_bucket.orders.id\n}\n`,
    edits: [TLS],
    after: ['unsupported', 'output bucket'],
  },
  {
    name: 'a policy inside of the bucket cannot name the bucket',
    address: 'aws_s3_bucket.orders',
    before: BUCKET.replace('}', '  policy = jsonencode({ Statement = [] })\n}'),
    edits: [TLS],
    after: ['unsupported', 'policy inside of the resource'],
  },
]);
