/** `drift` from the command line: code and a snapshot in, drift with its security delta out. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Json } from '@kumomori/model';
import type { DriftReport } from '../use-cases/index.ts';
import type { FolderFiles, RecordedAnswers } from '../testing/index.ts';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import { runCli } from './run.ts';

interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(argv: readonly string[], files: FolderFiles, answers: RecordedAnswers): Promise<Ran> {
  return inFolder(files, async (cwd) => {
    await writeSnapshot(join(cwd, 'snapshot'), answers);
    const text = { stdout: '', stderr: '' };
    const stream = (name: 'stdout' | 'stderr') => ({ write: (chunk: string) => void (text[name] += chunk), isTerminal: false, columns: 0 });
    const now = (): Date => new Date('2026-11-22T09:00:00Z');
    const exitCode = await runCli(['drift', ...argv], { cwd, variables: {}, now, stdout: stream('stdout'), stderr: stream('stderr') });
    return { exitCode, ...text };
  });
}

const compared = ['--code', 'infra', '--live', 'snapshot'];

async function report(argv: readonly string[], files: FolderFiles, answers: RecordedAnswers): Promise<DriftReport> {
  const { stdout, stderr } = await run([...compared, '--format', 'json', ...argv], files, answers);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as DriftReport;
}

/** `changed aws_s3_bucket.orders versioning.status` */
function told({ drifts }: DriftReport): readonly string[] {
  return drifts.flatMap(({ kind, address, id, attributes }) => {
    const name = `${kind} ${address ?? id}`;
    return attributes.length === 0 ? [name] : attributes.map(({ path }) => `${name} ${path}`);
  });
}

const ACCOUNT = '123456789012';
const everywhere = `aws:${ACCOUNT}:global`;
const tokyo = `aws:${ACCOUNT}:ap-northeast-1`;

const main = `provider "aws" {
  region = "ap-northeast-1"
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}

resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = var.versioning
  }
}

variable "versioning" {
  default = "Enabled"
}

resource "aws_security_group" "web" {
  name = "web"
  ingress {
    description = "https"
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["192.0.2.0/24"]
  }
}

resource "aws_iam_role" "api" {
  name               = "orders-api"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "api" {
  role = aws_iam_role.api.name
  policy = jsonencode({
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "\${aws_s3_bucket.orders.arn}/*"
    }]
  })
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
`;
const files: FolderFiles = { 'infra/main.tf': main };

const bucketCalls = (names: readonly string[], versioning: Json): RecordedAnswers => {
  const each = (response: Json): readonly { readonly request: { readonly Bucket: string }; readonly response: Json }[] =>
    names.map((Bucket) => ({ request: { Bucket }, response }));
  return {
    [`${everywhere}:s3:ListBuckets`]: [{ response: { Buckets: names.map((Name) => ({ Name })) } }],
    [`${everywhere}:s3:GetBucketLocation`]: each({ LocationConstraint: 'ap-northeast-1' }),
    [`${everywhere}:s3:GetBucketVersioning`]: each(versioning),
  };
};
const rule = (port: number, cidr: string): Json => ({
  ...{ IpProtocol: 'tcp', FromPort: port, ToPort: port },
  IpRanges: [{ CidrIp: cidr, Description: 'https' }],
});
const groups = (rules: readonly Json[]): RecordedAnswers => ({
  [`${tokyo}:ec2:DescribeVpcs`]: [{ response: { Vpcs: [] } }],
  [`${tokyo}:ec2:DescribeSecurityGroups`]: [
    {
      response: {
        SecurityGroups: [
          { GroupId: 'sg-0a1', GroupName: 'web', Description: 'web', OwnerId: ACCOUNT, IpPermissions: rules, IpPermissionsEgress: [] },
        ],
      },
    },
  ],
});
const document = (statement: Json): string => encodeURIComponent(JSON.stringify({ Statement: [statement] }));
const roles = (action: string): RecordedAnswers => ({
  [`${everywhere}:iam:GetAccountAuthorizationDetails`]: [
    {
      response: {
        RoleDetailList: [
          {
            RoleName: 'orders-api',
            Arn: `arn:aws:iam::${ACCOUNT}:role/orders-api`,
            Path: '/',
            AssumeRolePolicyDocument: document({
              Effect: 'Allow',
              Principal: { Service: 'lambda.amazonaws.com' },
              Action: 'sts:AssumeRole',
            }),
            RolePolicyList: [
              {
                PolicyName: 'orders',
                PolicyDocument: document({ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::orders-bucket/*' }),
              },
            ],
            AttachedManagedPolicies: [],
          },
        ],
      },
    },
  ],
});
const queues = (urls: readonly string[]): RecordedAnswers => ({
  [`${tokyo}:sqs:ListQueues`]: [{ response: { QueueUrls: urls } }],
  [`${tokyo}:sqs:GetQueueAttributes`]: urls.map((QueueUrl) => ({
    request: { QueueUrl, AttributeNames: ['All'] },
    response: {
      Attributes: {
        SqsManagedSseEnabled: 'true',
        QueueArn: `arn:aws:sqs:ap-northeast-1:${ACCOUNT}:${QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)}`,
      },
    },
  })),
});

const drifted: RecordedAnswers = {
  ...bucketCalls(['orders-bucket', 'scratch-bucket'], { Status: 'Suspended' }),
  ...groups([rule(443, '192.0.2.0/24'), rule(22, '0.0.0.0/0')]),
  ...roles('s3:*'),
  ...queues([]),
};

test('drift says when it breaks a check of the user’s own', async () => {
  const check = `
id: acme-versions
title: Buckets keep versions
severity: critical
resourceType: aws.s3.bucket
condition: resource.versioning.status == 'Enabled'
message: 'Bucket {{resource.name}} keeps no versions'
fix: Turn versioning on.
examples:
  - { name: off, expect: fail, terraform: 'resource "aws_s3_bucket" "orders" {}' }
`;
  const { drifts } = await report(['--checks', 'checks'], { ...files, 'checks/versions.yaml': check }, drifted);
  const bucket = drifts.find(({ address }) => address === 'aws_s3_bucket.orders');
  assert.match(JSON.stringify(bucket), /"acme-versions"/);
});

test('each kind of drift of a Terraform folder, the worst first', async () => {
  const found = await report([], files, drifted);
  assert.deepEqual(told(found).toSorted(), [
    'changed aws_iam_role.api policy.document.statements[].actions[]',
    'changed aws_s3_bucket.orders versioning.status',
    'changed aws_security_group.web ingress[]',
    'missing aws_sqs_queue.orders',
    'unmanaged arn:aws:s3:::scratch-bucket',
  ]);
  const { matched, changed, missing, unmanaged, codeAhead } = found.summary;
  assert.deepEqual({ matched, changed, missing, unmanaged, codeAhead }, { matched: 3, changed: 3, missing: 1, unmanaged: 1, codeAhead: 0 });
  const group = found.drifts.find(({ address }) => address === 'aws_security_group.web');
  assert.equal(group?.severity, 'high');
  assert.ok(group.checks.some(({ checkId, direction }) => checkId === 'aws-ec2-sg-no-ssh-from-internet' && direction === 'worse'));
  const severities = ['critical', 'high', 'medium', 'low', 'info'];
  const ranks = found.drifts.map(({ severity }) => (severity === null ? severities.length : severities.indexOf(severity)));
  assert.deepEqual(
    ranks,
    ranks.toSorted((one, other) => one - other),
  );
});

test('an attribute tells the line of the code, the way of its value, the line of the answer and the line that would adopt it', async () => {
  const { drifts } = await report([], files, drifted);
  const bucket = drifts.find(({ address }) => address === 'aws_s3_bucket.orders');
  const [attribute] = bucket?.attributes ?? [];
  assert.ok(bucket && attribute);
  const { path, code, codeState, live, file, line, provenance } = attribute;
  assert.deepEqual(
    { path, code, codeState, live, file, line },
    {
      ...{ path: 'versioning.status', code: 'Enabled', codeState: 'explicit', live: 'Suspended' },
      ...{ file: 'main.tf', line: 17 },
    },
  );
  assert.deepEqual(
    provenance.map(({ name }) => name),
    ['var.versioning'],
  );
  assert.match(attribute.liveFile ?? '', /^raw\/aws\/123456789012\/global\/s3\//);
  assert.deepEqual(bucket.remedies.edits, [{ file: 'main.tf', line: 17, before: 'default = "Enabled"', after: 'default = "Suspended"' }]);
  assert.deepEqual(bucket.remedies.revert, ['run: terraform apply -target=aws_s3_bucket.orders']);
  const scratch = drifts.find(({ id }) => id === 'arn:aws:s3:::scratch-bucket');
  assert.equal(scratch?.remedies.importBlock, 'import {\n  to = aws_s3_bucket.scratch-bucket\n  id = "scratch-bucket"\n}');
});

const same: RecordedAnswers = {
  ...bucketCalls(['orders-bucket'], { Status: 'Enabled' }),
  ...groups([rule(443, '192.0.2.0/24')]),
  ...roles('s3:GetObject'),
  ...queues([`https://sqs.ap-northeast-1.amazonaws.com/${ACCOUNT}/orders`]),
};

test('what is deployed as written is no drift', async () => {
  assert.deepEqual(told(await report([], files, same)), []);
});

const exitCodes: readonly (readonly [string, readonly string[], RecordedAnswers, number])[] = [
  ['no drift', compared, same, 0],
  ['drift that makes a check of severity high fail', compared, drifted, 1],
  [
    'drift below the level',
    [...compared, '--fail-on', 'critical'],
    { ...same, ...groups([rule(443, '192.0.2.0/24'), rule(22, '0.0.0.0/0')]) },
    0,
  ],
  ['no level', [...compared, '--fail-on', 'none'], drifted, 0],
  ['no code', ['--live', 'snapshot'], same, 2],
  ['no snapshot', ['--code', 'infra', '--live', 'infra'], same, 2],
  ['a snapshot as code', ['--code', 'snapshot', '--live', 'snapshot'], same, 2],
  ['a state that is none', [...compared, '--state', 'infra/main.tf'], same, 2],
];
for (const [name, argv, answers, expected] of exitCodes) {
  test(`exit code: ${name}`, async () => {
    const { exitCode, stderr } = await run([...argv, '--quiet'], files, answers);
    assert.equal(exitCode, expected, stderr);
  });
}

for (const language of ['en', 'ja'] as const) {
  for (const format of ['table', 'markdown', 'html', 'sarif', 'json']) {
    test(`${format} in ${language} tells of every drift`, async () => {
      const { stdout } = await run([...compared, '--format', format, '--lang', language, '--limit', '0'], files, drifted);
      for (const name of ['aws_s3_bucket.orders', 'aws_security_group.web', 'aws_sqs_queue.orders', 'scratch-bucket', 'versioning.status'])
        assert.ok(stdout.includes(name), name);
      assert.doesNotMatch(stdout, /undefined|\[object Object\]/);
    });
  }
}

test('SARIF: a result for each changed attribute and each other resource, at the line of the code', async () => {
  const { stdout } = await run([...compared, '--format', 'sarif'], files, drifted);
  const [{ results }] = JSON.parse(stdout).runs;
  assert.equal(results.length, 5);
  const place = (ruleId: string): unknown =>
    results.find((each: { ruleId: string }) => each.ruleId === ruleId)?.locations[0].physicalLocation;
  assert.deepEqual(place('drift-missing'), { artifactLocation: { uri: 'infra/main.tf' }, region: { startLine: 49 } });
});

test('names of clouds cannot leave their place in a page or comment', async () => {
  const evil = '<img src=x>|@everyone';
  const answers = { ...same, ...bucketCalls(['orders-bucket', evil], { Status: 'Enabled' }) };
  const html = await run([...compared, '--format', 'html'], files, answers);
  assert.doesNotMatch(html.stdout, /<img/);
  const markdown = await run([...compared, '--format', 'markdown'], files, answers);
  const outsideOfCode = markdown.stdout.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  assert.doesNotMatch(outsideOfCode, /<img|@everyone/);
});

const stateOf = (resources: readonly (readonly [type: string, name: string, attributes: Json])[]): string =>
  JSON.stringify({
    ...{ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'orders' },
    resources: resources.map(([type, name, attributes]) => ({
      ...{ mode: 'managed', type, name, provider: 'provider["registry.example/hashicorp/aws"]' },
      instances: [{ attributes }],
    })),
  });
const group = `resource "aws_security_group" "web" {\n  name_prefix = "web-"\n  ingress {\n    description = "https"\n    protocol    = "tcp"\n    from_port   = 443\n    to_port     = 443\n    cidr_blocks = ["192.0.2.0/24"]\n  }\n}\n`;
const bucket =
  'resource "aws_s3_bucket" "orders" {\n  bucket = "orders-bucket"\n}\n\nresource "aws_s3_bucket" "new" {\n  bucket = "new-bucket"\n}\n';

test('a state says which is which, what is not applied yet, and what it manages without code', async () => {
  const state = stateOf([
    ['aws_security_group', 'web', { id: 'sg-0a1', name: 'web-2026' }],
    ['aws_s3_bucket', 'orders', { id: 'orders-bucket', arn: 'arn:aws:s3:::orders-bucket', bucket: 'orders-bucket' }],
    ['aws_s3_bucket', 'old', { id: 'old-bucket', arn: 'arn:aws:s3:::old-bucket', bucket: 'old-bucket' }],
  ]);
  const given = { 'infra/main.tf': group + bucket, 'state/terraform.tfstate': state };
  const answers = { ...bucketCalls(['orders-bucket'], {}), ...groups([rule(443, '192.0.2.0/24'), rule(3389, '0.0.0.0/0')]) };
  const found = await report(['--state', 'state/terraform.tfstate'], given, answers);
  assert.deepEqual(told(found).toSorted(), [
    'changed aws_security_group.web ingress[]',
    'code-ahead aws_s3_bucket.new',
    'missing aws_s3_bucket.old',
  ]);
  assert.deepEqual(found.drifts.find(({ kind }) => kind === 'changed')?.matchedBy, 'state');
  const without = await report([], { 'infra/main.tf': group }, answers);
  assert.deepEqual(
    without.notCompared.filter(({ path }) => path === null).map(({ reason }) => reason),
    ['no-identity', 'may-be-managed'],
  );
});

const event = (eventName: string, requestParameters: Json, more: object = {}): Json => ({
  ...{ eventVersion: '1.11', eventTime: '2026-11-21T10:00:00Z', eventSource: 'ec2.amazonaws.com', eventName, requestParameters },
  ...{
    userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/alice` },
    sourceIPAddress: '198.51.100.7',
    recipientAccountId: ACCOUNT,
  },
  ...{ readOnly: false, eventID: 'e1' },
  ...more,
});

test('events tell who changed it last, and when', async () => {
  const records = [
    event('AuthorizeSecurityGroupIngress', { groupId: 'sg-0a1' }),
    event('AuthorizeSecurityGroupIngress', { groupId: 'sg-0a1' }, { eventTime: '2026-11-20T10:00:00Z', userIdentity: { arn: 'earlier' } }),
    event('DescribeSecurityGroups', { groupId: 'sg-0a1' }, { eventTime: '2026-11-22T08:00:00Z', readOnly: true }),
    event(
      'RevokeSecurityGroupIngress',
      { groupId: 'sg-0a1' },
      { eventTime: '2026-11-22T08:00:00Z', errorCode: 'Client.UnauthorizedOperation' },
    ),
    event('DeleteQueue', { queueUrl: 'orders' }, { eventSource: 'sqs.amazonaws.com', eventTime: '2026-11-21T11:00:00Z' }),
    event('PutMetricAlarm', { alarmName: 'orders' }, { eventSource: 'monitoring.amazonaws.com', eventTime: '2026-11-22T08:30:00Z' }),
  ];
  const given = { ...files, 'logs/2026/11/21/a.json.gz': gzipSync(JSON.stringify({ Records: records })), 'logs/notes.txt': 'no log' };
  const { drifts } = await report(['--events', 'logs'], given, drifted);
  const changes = drifts.flatMap(({ address, change }) => (change ? [[address, change.principal, change.time, change.event]] : []));
  assert.deepEqual(changes, [
    ['aws_security_group.web', `arn:aws:iam::${ACCOUNT}:user/alice`, '2026-11-21T10:00:00Z', 'ec2:AuthorizeSecurityGroupIngress'],
    ['aws_sqs_queue.orders', `arn:aws:iam::${ACCOUNT}:user/alice`, '2026-11-21T11:00:00Z', 'sqs:DeleteQueue'],
  ]);
});

const expecting = (expires: string): string =>
  `version: 1\nexpectedDrift:\n  - types: [aws.ec2.security-group]\n    attributes: ["ingress*"]\n    owner: shop-team\n    reason: maintenance until the new bastion is there\n    expires: ${expires}\n`;

test('expected drift does not count until its day, then it is said', async () => {
  const answers = { ...same, ...groups([rule(443, '192.0.2.0/24'), rule(22, '0.0.0.0/0')]) };
  const given = (expires: string): FolderFiles => ({ ...files, 'infra/kumomori.yaml': expecting(expires) });
  const open = await run([...compared, '--format', 'json'], given('2027-03-31'), answers);
  const known: DriftReport = JSON.parse(open.stdout);
  assert.equal(open.exitCode, 0);
  assert.deepEqual([known.summary.changed, known.summary.expected, known.drifts[0]?.expected?.owner], [0, 1, 'shop-team']);
  const closed = await run([...compared, '--format', 'json'], given('2026-11-21'), answers);
  const expired: DriftReport = JSON.parse(closed.stdout);
  assert.equal(closed.exitCode, 1);
  assert.deepEqual(
    expired.diagnostics.map(({ code, line }) => [code, line]),
    [['expected-drift-expired', 3]],
  );
  const missing = await run(
    compared,
    { ...files, 'infra/kumomori.yaml': 'version: 1\nexpectedDrift:\n  - types: [x]\n    owner: a\n    reason: b\n' },
    answers,
  );
  assert.equal(missing.exitCode, 2);
});

test('a CloudFormation stack: physical ids come from the recorded stack', async () => {
  const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: Enabled
  Jobs:
    Type: AWS::SQS::Queue
`;
  const answers: RecordedAnswers = {
    ...bucketCalls(['shop-orders-1x2y3z'], { Status: 'Suspended' }),
    ...queues([]),
    [`${tokyo}:cloudformation:ListStackResources`]: [
      {
        request: { StackName: 'shop' },
        response: {
          StackResourceSummaries: [
            { LogicalResourceId: 'Orders', PhysicalResourceId: 'shop-orders-1x2y3z', ResourceType: 'AWS::S3::Bucket' },
            {
              LogicalResourceId: 'Jobs',
              PhysicalResourceId: `https://sqs.ap-northeast-1.amazonaws.com/${ACCOUNT}/shop-Jobs`,
              ResourceType: 'AWS::SQS::Queue',
            },
          ],
        },
      },
    ],
  };
  const found = await report([], { 'infra/template.yaml': template }, answers);
  assert.deepEqual(told(found), ['changed Orders versioning.status', 'missing Jobs']);
  assert.deepEqual([found.drifts[0]?.matchedBy, found.drifts[0]?.line], ['stack', 3]);
});

test('a template of which no stack was made is not applied yet, and hides nothing that somebody made', async () => {
  const template = 'Resources:\n  Orders:\n    Type: AWS::S3::Bucket\n  Jobs:\n    Type: AWS::SQS::Queue\n';
  const answers = { ...bucketCalls(['scratch-bucket'], {}), ...queues([]) };
  const stacks = (response: Json): RecordedAnswers => ({ [`${tokyo}:cloudformation:DescribeStacks`]: [{ response }] });
  const none = await report([], { 'infra/template.yaml': template }, { ...answers, ...stacks({ Stacks: [] }) });
  assert.deepEqual(told(none).toSorted(), ['code-ahead Jobs', 'code-ahead Orders', 'unmanaged arn:aws:s3:::scratch-bucket']);
  const StackId = `arn:aws:cloudformation:ap-northeast-1:${ACCOUNT}:stack/other/1`;
  const unlisted = await report([], { 'infra/template.yaml': template }, { ...answers, ...stacks({ Stacks: [{ StackId }] }) });
  assert.deepEqual(told(unlisted), [`unmanaged ${StackId}`], 'the bucket and the queue may be of a stack that is not known');
});

test('Kubernetes manifests and the lists of a cluster', async () => {
  const deployment = (image: string, privileged: boolean): Json => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api', namespace: 'orders', uid: 'u1' },
    spec: {
      selector: { matchLabels: { app: 'api' } },
      template: { metadata: { labels: { app: 'api' } }, spec: { containers: [{ name: 'api', image, securityContext: { privileged } }] } },
    },
  });
  const image = 'registry.example.com/orders/api:1.4.2';
  const manifests = [
    JSON.stringify(deployment(image, false)),
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'api', namespace: 'orders' },
      spec: { selector: { app: 'api' }, ports: [{ port: 80 }] },
    }),
  ];
  const list = (path: string, items: readonly Json[]): RecordedAnswers[string] => [
    { request: { path }, response: { metadata: {}, items } },
  ];
  const answers: RecordedAnswers = {
    'kubernetes:orders-prod:global:apps:deployments': list('/apis/apps/v1/deployments', [deployment(image, true)]),
    'kubernetes:orders-prod:global:core:services': list('/api/v1/services', []),
    'kubernetes:orders-prod:global:core:configmaps': list('/api/v1/configmaps', [
      { metadata: { name: 'by-hand', namespace: 'orders', uid: 'u2' }, data: { mode: 'x' } },
    ]),
  };
  const found = await report([], { 'infra/api.yaml': manifests.join('\n---\n') }, answers);
  const changed = found.drifts.find(({ kind }) => kind === 'changed');
  assert.equal(changed?.address, 'orders/Deployment/api');
  assert.ok(changed.attributes.some(({ path, code, live }) => path.endsWith('isPrivileged') && code === false && live === true));
  assert.deepEqual(changed.remedies.revert, ['run: kubectl apply -f api.yaml']);
  assert.deepEqual(
    found.drifts.filter(({ kind }) => kind !== 'changed').map(({ kind, address, id }) => [kind, address ?? id]),
    [
      ['missing', 'orders/Service/api'],
      ['unmanaged', 'orders/ConfigMap/by-hand'],
    ],
  );
});
