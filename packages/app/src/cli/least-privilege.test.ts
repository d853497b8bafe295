/** `kumomori iam least-privilege` and `iam review`, as a user meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CliRun, FolderFiles } from '../testing/index.ts';
import { runWithFiles } from '../testing/index.ts';
import type { LeastPrivilegeReport, ReviewReport } from '../use-cases/index.ts';

const ACCOUNT = '123456789012';
const TRUST =
  'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })';
const CODE = `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_iam_role" "app" {
  name               = "app"
  tags               = { Team = "shop" }
  assume_role_policy = ${TRUST}
}
resource "aws_iam_role_policy" "app" {
  name = "app"
  role = aws_iam_role.app.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Orders"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutBucketPolicy", "dynamodb:*"] # too much
        Resource = "*"
      },
      { Effect = "Allow", Action = ["ec2:Describe*", "ec2:StopInstances"], Resource = "*" },
      { Effect = "Allow", Action = "cloudformation:*", Resource = "*" },
    ]
  })
}
resource "aws_iam_role" "old" {
  name               = "old"
  assume_role_policy = ${TRUST}
}
resource "aws_iam_role_policy" "old" {
  role   = aws_iam_role.old.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sns:CreateTopic", Resource = "*" }] })
}
`;

interface EventPlan {
  readonly source: string;
  readonly name: string;
  readonly parameters?: object;
  readonly role?: string;
  readonly count?: number;
  readonly isRead?: boolean;
  readonly isData?: boolean;
}

/** Spread over forty days. */
function logsOf(...plans: readonly EventPlan[]): string {
  const records = plans.flatMap(({ source, name, parameters = {}, role = 'app', count = 6, isRead = false, isData = false }) =>
    Array.from({ length: count }, (_, nth) => ({
      eventID: `${source}-${name}-${role}-${nth}`,
      eventTime: new Date(Date.UTC(2026, 9, 5 + nth * 7, 3)).toISOString(),
      eventSource: `${source}.amazonaws.com`,
      eventName: name,
      awsRegion: 'us-east-1',
      recipientAccountId: ACCOUNT,
      readOnly: isRead,
      eventCategory: isData ? 'Data' : 'Management',
      requestParameters: parameters,
      userIdentity: {
        type: 'AssumedRole',
        arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/session`,
        accountId: ACCOUNT,
        sessionContext: { sessionIssuer: { arn: `arn:aws:iam::${ACCOUNT}:role/${role}` } },
      },
    })),
  );
  return JSON.stringify({ Records: records });
}

const MANAGEMENT: readonly EventPlan[] = [
  { source: 'dynamodb', name: 'DescribeTable', parameters: { tableName: 'orders' }, isRead: true },
  { source: 'ec2', name: 'DescribeInstances', isRead: true },
];

const run = (argv: readonly string[], files: FolderFiles = {}): Promise<CliRun> =>
  runWithFiles({ 'infra/main.tf': CODE, 'logs/trail.json': logsOf(...MANAGEMENT), ...files }, ['iam', ...argv], { columns: 160 });

async function reported(files: FolderFiles = {}, ...more: readonly string[]): Promise<LeastPrivilegeReport> {
  const { stdout, stderr } = await run(['least-privilege', 'infra', '--events', 'logs', '--format', 'json', ...more], files);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as LeastPrivilegeReport; // the command's own
}

/** Applies a unified diff the way `patch` does. */
function patched(text: string, patch: string): string {
  const lines = text.split('\n');
  let shift = 0;
  for (const hunk of patch.split(/^(?=@@ )/m).slice(1)) {
    const [head = '', ...body] = hunk.replace(/\n$/, '').split('\n');
    const [, from = '1', count = '0'] = /^@@ -(\d+),(\d+)/.exec(head) ?? [];
    const old = body.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
    const made = body.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
    const start = Number(from) - 1 + shift;
    assert.deepEqual(lines.slice(start, start + Number(count)), old);
    lines.splice(start, old.length, ...made);
    shift += made.length - old.length;
  }
  return lines.join('\n');
}

test('what was used stays, what could not be seen stays, the rest goes; the patch says the same as the document', async () => {
  const report = await reported();
  const [proposal, another] = report.proposals;
  assert.ok(proposal && !another);
  const document = {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Orders',
        Effect: 'Allow',
        Action: [
          's3:GetObject',
          ...['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'GetRecords', 'GetShardIterator'].map(
            (each) => `dynamodb:${each}`,
          ),
          ...['Parti*', 'PutItem', 'Query', 'Scan', 'UpdateItem'].map((each) => `dynamodb:${each}`),
        ],
        Resource: '*',
      },
      { Effect: 'Allow', Action: 'dynamodb:DescribeTable', Resource: `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders` },
      { Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' },
    ],
  };
  assert.deepEqual([proposal.kind, proposal.policy, proposal.document], ['edit', 'app', document]);
  assert.deepEqual(proposal.replay, { replayed: 12, unexplained: 0, dropped: 0, newlyDenied: 0, deniedActions: [] });
  assert.match(proposal.patch ?? '', /^--- a\/infra\/main\.tf\n\+\+\+ b\/infra\/main\.tf\n/);
  const after = patched(CODE, proposal.patch ?? '');
  assert.match(after, /# too much/);
  // Nothing is left to be removed from the patched code, and it holds what the document says.
  const again = await reported({ 'infra/main.tf': after });
  assert.deepEqual(again.notOffered.map(({ policy, reason }) => `${policy}: ${reason}`).toSorted(), [
    'app: nothing-to-remove',
    'aws_iam_role_policy.old: unused-holders',
  ]);
});

test('data events in the logs make them visible: then what was not used is unused', async () => {
  const use = async (...more: readonly EventPlan[]): Promise<readonly unknown[]> => {
    const { principals } = await reported({ 'logs/trail.json': logsOf(...MANAGEMENT, ...more) });
    const { unused, notObservable } = principals.find(({ principal }) => principal.endsWith('role/app')) ?? assert.fail('no principal');
    const has = (groups: readonly { readonly actions: readonly string[] }[], action: string): boolean =>
      groups.some(({ actions }) => actions.includes(action));
    return [has(unused, 's3:GetObject'), has(notObservable, 's3:GetObject')];
  };
  assert.deepEqual(await use(), [false, true]);
  const other = {
    source: 's3',
    name: 'GetObject',
    parameters: { bucketName: 'logs-bucket', key: 'a' },
    role: 'somebody',
    isRead: true,
    isData: true,
  };
  assert.deepEqual(await use(other), [true, false]);
});

test('service-last-accessed decides what events cannot show', async () => {
  const answer = {
    [`arn:aws:iam::${ACCOUNT}:role/app`]: {
      ServicesLastAccessed: [
        { ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 },
        { ServiceNamespace: 'dynamodb', LastAuthenticated: '2026-11-20T00:00:00Z', TotalAuthenticatedEntities: 1 },
      ],
    },
  };
  const { principals } = await reported({ 'last.json': JSON.stringify(answer) }, '--last-accessed', 'last.json');
  const app = principals.find(({ principal }) => principal.endsWith('role/app'));
  assert.deepEqual(app?.unusedServices, ['cloudformation', 's3']);
});

test('a role that nobody became is unused; without reads in the logs nobody can tell', async () => {
  const status = async (...plans: readonly EventPlan[]): Promise<unknown> =>
    (await reported({ 'logs/trail.json': logsOf(...plans) })).principals.map(({ principal, status: word }) => [
      principal.split('/')[1],
      word,
    ]);
  assert.deepEqual(await status(...MANAGEMENT), [
    ['app', 'used'],
    ['old', 'unused'],
  ]);
  const writes = { source: 'ec2', name: 'StopInstances', parameters: { instancesSet: { items: [{ instanceId: 'i-0123456789abcdef0' }] } } };
  assert.deepEqual(await status(writes), [
    ['app', 'used'],
    ['old', 'unknown'],
  ]);
});

test('a passed role keeps the permission to pass roles; events nobody knows are told', async () => {
  const code = CODE.replace('"s3:GetObject", "s3:PutBucketPolicy", "dynamodb:*"', '"lambda:*", "iam:PassRole", "iam:CreateUser"');
  const logs = logsOf(
    {
      source: 'lambda',
      name: 'UpdateFunctionConfiguration20150331v2',
      parameters: { functionName: 'app', role: `arn:aws:iam::${ACCOUNT}:role/app` },
    },
    { source: 'lambda', name: 'FrobnicateFunction20150331', isRead: true },
  );
  const report = await reported({ 'infra/main.tf': code, 'logs/trail.json': logs });
  const text = JSON.stringify(report.proposals.map(({ document }) => document));
  assert.match(text, /"iam:PassRole"/);
  assert.match(text, /"lambda:UpdateFunctionConfiguration"/);
  assert.doesNotMatch(text, /iam:CreateUser/);
  assert.deepEqual(report.unmapped, [{ source: 'lambda.amazonaws.com', name: 'FrobnicateFunction20150331', count: 6 }]);
});

const TEMPLATE = `Resources:
  App:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: app
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Sid: Unused
                Effect: Allow
                Action: cloudformation:*
                Resource: '*'
              - Sid: Tables
                Effect: Allow
                Action:
                  - dynamodb:DescribeTable
                  - dynamodb:CreateTable
                  - ec2:DescribeInstances
                Resource: '*'
`;
const HEREDOC = CODE.replace(
  /policy = jsonencode\(\{\n {4}Version[\s\S]*?\n {2}\}\)\n\}/,
  `policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["dynamodb:DescribeTable", "dynamodb:CreateTable", "ec2:DescribeInstances"], "Resource": "*" },
    { "Effect": "Allow", "Action": "cloudformation:*", "Resource": "*" }
  ]
}
EOF
}`,
);
const DOCUMENT =
  CODE.replace(/policy = jsonencode\(\{\n {4}Version[\s\S]*?\n {2}\}\)\n\}/, 'policy = data.aws_iam_policy_document.app.json\n}') +
  `
data "aws_iam_policy_document" "app" {
  statement {
    sid       = "Tables"
    actions   = ["dynamodb:DescribeTable", "dynamodb:CreateTable", "ec2:DescribeInstances"]
    resources = ["*"]
  }
  statement {
    actions   = ["cloudformation:*"]
    resources = ["*"]
  }
}
`;

for (const [name, file, text] of [
  ['a template of CloudFormation', 'infra/template.yaml', TEMPLATE],
  ['JSON in a heredoc', 'infra/main.tf', HEREDOC],
  ['aws_iam_policy_document', 'infra/main.tf', DOCUMENT],
] as const) {
  test(`the patch of ${name} gives code of which nothing more is to be removed`, async () => {
    const others = file === 'infra/main.tf' ? {} : { 'infra/main.tf': '' };
    const [proposal] = (await reported({ ...others, [file]: text })).proposals;
    const after = patched(text, proposal?.patch ?? assert.fail('no patch'));
    assert.doesNotMatch(after, /CreateTable|cloudformation/);
    assert.match(after, new RegExp(`arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`));
    const again = await reported({ ...others, [file]: after });
    assert.deepEqual(again.proposals, []);
    assert.ok(again.notOffered.some(({ reason }) => reason === 'nothing-to-remove'));
    assert.equal(again.principals.find(({ principal }) => principal.endsWith('role/app'))?.counts.used, 2);
  });
}

test('a policy that is computed gets a document and no patch', async () => {
  const code = CODE.replace(
    'Action   = ["s3:GetObject", "s3:PutBucketPolicy", "dynamodb:*"] # too much',
    'Action   = concat(["s3:GetObject"], ["dynamodb:*"])',
  );
  const [proposal] = (await reported({ 'infra/main.tf': code })).proposals;
  assert.equal(proposal?.patch, null);
  assert.ok(proposal.document);
});

test('table and Markdown tell it in English and Japanese', async () => {
  const english = await run(['least-privilege', 'infra', '--events', 'logs']);
  assert.equal(english.exitCode, 0);
  assert.match(english.stdout, /Account 123456789012: 12 events from 2026-10-05 to 2026-11-09, 1 region/);
  assert.match(english.stdout, /Reduce app \[infra\/main\.tf:\d+\]|Reduce app \[main\.tf:\d+\]/);
  assert.match(english.stdout, /12 events replayed, none newly denied/);
  assert.match(english.stdout, /2 principals, 1 unused; 1 proposal\./);
  const japanese = await run(['least-privilege', 'infra', '--events', 'logs', '--format', 'markdown', '--lang', 'ja']);
  assert.match(japanese.stdout, /イベント 12 件を再検証し、新たに拒否されるものはありません/);
  assert.match(japanese.stdout, /```diff/);
});

const PEOPLE = 'user name,left on\nsato@example.com,2026-09-30\nhanako@example.com,\n';
const USERS = ['sato', 'hanako', 'taro']
  .map(
    (name) => `
resource "aws_iam_user" "${name}" {
  name = "${name}"
  tags = { Department = "=Sales" }
}
resource "aws_iam_user_policy_attachment" "${name}" {
  user       = aws_iam_user.${name}.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`,
  )
  .join('');

test('the review proposes a word for each, by department; who left is to be removed', async () => {
  const files = { 'infra/users.tf': USERS, 'people.csv': PEOPLE };
  const args = ['review', 'infra', '--events', 'logs', '--people', 'people.csv'];
  const { stdout } = await run([...args, '--format', 'json'], files);
  const { rows, counts } = JSON.parse(stdout) as ReviewReport; // the command's own
  assert.deepEqual(
    rows.map(({ name, department, decision, reason, administrator }) => [name, department, decision, reason, administrator]),
    [
      ['sato', '=Sales', 'remove', 'left', 'yes'],
      ['old', ACCOUNT, 'remove', 'unused', 'no'],
      ['hanako', '=Sales', 'ask', 'use-unknown', 'yes'],
      ['taro', '=Sales', 'ask', 'use-unknown', 'yes'],
      ['app', 'shop', 'reduce', 'unused-permissions', 'no'],
    ],
  );
  assert.deepEqual(counts, { remove: 2, ask: 2, reduce: 1, keep: 0 });
  const csv = await run([...args, '--format', 'csv', '--lang', 'ja'], files);
  assert.match(csv.stdout, /^\uFEFFdepartment,principal,/);
  assert.match(csv.stdout, /\r\n'=Sales,arn:aws:iam::123456789012:user\/sato,sato,user,123456789012,削除,退職済みです,/);
  const html = await run([...args, '--format', 'html', '--output', 'review.html'], files);
  assert.equal(html.exitCode, 0);
  const table = await run([...args], files);
  assert.match(table.stdout, /123456789012 user\/sato +remove +the person has left/);
});

test('the page of the review escapes what others wrote', async () => {
  const users = USERS.replaceAll('=Sales', '<script>alert(1)</script>');
  const { stdout } = await run(['review', 'infra', '--format', 'html'], { 'infra/users.tf': users });
  assert.match(stdout, /&lt;script&gt;alert\(1\)/);
  assert.doesNotMatch(stdout, /<script/);
});

test('logs that are not there and numbers that are none are said', async () => {
  const missing = await run(['least-privilege', 'infra', '--events', 'nowhere']);
  assert.deepEqual([missing.exitCode, missing.stdout], [2, '']);
  const number = await run(['least-privilege', 'infra', '--events', 'logs', '--since', 'week']);
  assert.equal(number.exitCode, 2);
});
