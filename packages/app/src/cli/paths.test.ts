/** `kumomori paths`, as a user meets it: the two scenarios of the field, before and after they are closed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CliRun, FolderFiles } from '../testing/index.ts';
import { publicNetwork, runWithFiles } from '../testing/index.ts';

const paths = (files: FolderFiles, ...args: readonly string[]): Promise<CliRun> =>
  runWithFiles(files, ['paths', ...args], { columns: 120 });

interface Told {
  readonly id: string;
  readonly query: string;
  readonly severity: string;
  readonly steps: readonly { readonly from: string; readonly to: string; readonly edge: string }[];
}

async function told(files: FolderFiles, ...args: readonly string[]): Promise<readonly Told[]> {
  const { stdout, stderr } = await paths(files, '.', '--format', 'json', ...args);
  assert.equal(stderr, '');
  const report = JSON.parse(stdout) as { readonly paths: readonly Told[] }; // contracts.md section 4
  return report.paths;
}

const host = (cidr: string): string => `
resource "aws_security_group" "ops" {
  vpc_id = aws_vpc.main.id
  ingress {
    description = "temporary, for the vendor"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["${cidr}"]
  }
}
resource "aws_instance" "ops" {
  ami                    = "ami-0a1b2c3d4e5f60718"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.ops.id]
  iam_instance_profile   = aws_iam_instance_profile.ops.name
}
resource "aws_iam_instance_profile" "ops" {
  name = "ops"
  role = aws_iam_role.ops.name
}
resource "aws_iam_role" "ops" {
  name               = "ops"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "ops" {
  role   = aws_iam_role.ops.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.customers.arn}/*" }] })
}
`;
const bucket = `
resource "aws_s3_bucket" "customers" {
  bucket = "minato-customers"
  tags   = { DataClass = "personal" }
}
`;

const stolen = (cidr: string): FolderFiles => ({ 'network.tf': publicNetwork, 'host.tf': host(cidr), 'bucket.tf': bucket });

test('SSH from anywhere to personal data is one path of three steps, gone when the rule is closed', async () => {
  const found = await told(stolen('0.0.0.0/0'));
  const path = found.find(({ query }) => query === 'internet-ssh-to-sensitive-data');
  assert.deepEqual(
    path?.steps.map(({ from, to, edge }) => [from, edge, to]),
    [
      ['internet', 'NET_REACH', 'aws_instance.ops'],
      ['aws_instance.ops', 'RUNS_AS', 'aws_iam_role.ops'],
      ['aws_iam_role.ops', 'CAN_READ', 'aws_s3_bucket.customers'],
    ],
  );
  assert.deepEqual(
    (await told(stolen('203.0.113.0/24'))).filter(({ steps }) => steps[0]?.from === 'internet'),
    [],
  );
});

const user = `
resource "aws_iam_user" "tanaka" {
  name = "tanaka.kenji"
}
resource "aws_iam_access_key" "tanaka" {
  user = aws_iam_user.tanaka.name
}
resource "aws_iam_user_policy" "tanaka" {
  user   = aws_iam_user.tanaka.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.customers.arn}/*" }] })
}
`;
const people = (left: string): string => `username,email,left\ntanaka.kenji,tanaka@example.com,${left}\nsato,sato@example.com,\n`;

test('who left and still reads personal data is found by the list of people', async () => {
  const files = (left: string): FolderFiles => ({ 'user.tf': user, 'bucket.tf': bucket, 'people.csv': people(left) });
  const [path] = await told(files('2026-03-31'), '--people', 'people.csv');
  assert.deepEqual([path?.query, path?.severity], ['leaver-to-sensitive-data', 'critical']);
  const later = await told(files('2027-03-31'), '--people', 'people.csv');
  assert.ok(later.every(({ query }) => query !== 'leaver-to-sensitive-data'));
});

test('a change that opens a path is told, with exit code 1; one that closes it with 0', async () => {
  const both = (before: string, after: string): FolderFiles =>
    Object.fromEntries(
      [
        ['base', before],
        ['head', after],
      ].flatMap(([folder = '', cidr = '']) => Object.entries(stolen(cidr)).map(([name, text]) => [`${folder}/${name}`, text])),
    );
  const opened = await paths(both('203.0.113.0/24', '0.0.0.0/0'), 'diff', 'base', 'head', '--format', 'markdown');
  assert.equal(opened.exitCode, 1);
  assert.match(opened.stdout, /1 path opened · 0 paths closed/);
  assert.match(opened.stdout, /```mermaid\nflowchart LR/);
  const closed = await paths(both('0.0.0.0/0', '203.0.113.0/24'), 'diff', 'base', 'head', '--lang', 'ja');
  assert.equal(closed.exitCode, 0);
  assert.match(closed.stdout, /断たれる経路 1 件/);
});

test('what is wrong with the arguments is said', async () => {
  const files = { 'main.tf': bucket, 'people.txt': 'who knows' };
  const runs = [
    await paths(files, '.', '--people', 'people.txt'),
    await paths(files, '.', '--people', 'gone.csv'),
    await paths(files, 'nowhere'),
    await paths(files),
  ];
  assert.deepEqual(
    runs.map(({ exitCode, stderr }) => [exitCode, stderr.split('\n')[0]]),
    [
      [2, 'kumomori: people.txt is no list of people: a CSV with a header (username or email, left), or JSON'],
      [2, 'kumomori: gone.csv cannot be read'],
      [2, runs[2]?.stderr.split('\n')[0]],
      [2, 'kumomori: paths needs a TARGET; see kumomori paths --help'],
    ],
  );
});
