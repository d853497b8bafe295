import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { productCatalogue } from '../catalogue/index.ts';
import { scanFiles } from '../testing/index.ts';
import { renderReport } from './render-report.ts';

/** Each door of a small estate, and what closes it. */
const DOORS = {
  ssh: ['0.0.0.0/0', '192.0.2.0/24'],
  trust: ['*', '123456789012'],
  user: ['iam:*', 'iam:ListUsers'],
} as const;
type Door = keyof typeof DOORS;
const all = new Set<Door>(['ssh', 'trust', 'user']);

function estate(open: ReadonlySet<Door>): string {
  const of = (door: Door): string => DOORS[door][open.has(door) ? 0 : 1];
  return `
provider "aws" {
  region              = "ap-northeast-1"
  allowed_account_ids = ["123456789012"]
}
resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}
resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}
resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.20.1.0/24"
}
resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}
resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}
resource "aws_security_group" "ops" {
  name   = "orders-ops"
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["${of('ssh')}"]
  }
}
resource "aws_instance" "ops" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.small"
  subnet_id                   = aws_subnet.public.id
  vpc_security_group_ids      = [aws_security_group.ops.id]
  associate_public_ip_address = true
  iam_instance_profile        = aws_iam_instance_profile.ops.name
  user_data                   = "sed -i 's/^PasswordAuthentication no/PasswordAuthentication yes/' /etc/ssh/sshd_config"
}
resource "aws_iam_instance_profile" "ops" {
  name = "orders-ops"
  role = aws_iam_role.ops.name
}
resource "aws_iam_role" "ops" {
  name               = "orders-ops"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "ops" {
  role = aws_iam_role.ops.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = "*" }] })
}
resource "aws_iam_role" "vendor" {
  name = "orders-vendor"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "${of('trust')}" }
  }] })
}
resource "aws_iam_role_policy" "vendor" {
  role = aws_iam_role.vendor.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
resource "aws_iam_user" "sato" {
  name = "sato.haruka"
}
resource "aws_iam_access_key" "sato" {
  user = aws_iam_user.sato.name
}
resource "aws_iam_user_policy" "sato" {
  user = aws_iam_user.sato.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Effect   = "Allow"
    Action   = "${of('user')}"
    Resource = "*"
  }] })
}
resource "aws_s3_bucket" "customers" {
  bucket = "orders-bucket"
  tags   = { DataClass = "personal" }
}
`;
}

const scan = async (open: ReadonlySet<Door>, paths = true) =>
  scanFiles({ 'main.tf': estate(open) }, { catalogue: productCatalogue(), paths, secrets: false });

const rank = ({ severity }: Finding): number => severities.indexOf(severity);
const scoreOf = ({ instances: [own] }: Finding): number => own?.risk?.score ?? 0;

test('without --paths nothing is different; with it the open door is as grave as its path and names it', async () => {
  const [plainly, result] = [await scan(all, false), await scan(all)];
  const find = (findings: readonly Finding[]): Finding | undefined =>
    findings.find((each) => each.checkId === 'aws-iam-role-trust-no-wildcard-principal');
  assert.equal(plainly.report.attackPaths, undefined);
  assert.ok(plainly.report.findings.every(({ instances }) => instances.every(({ risk }) => risk === undefined)));
  const risk = find(result.report.findings)?.instances[0]?.risk;
  assert.equal(risk?.role, 'opens');
  const known = new Set(result.report.attackPaths?.map(({ id }) => id));
  assert.ok(known.size > 0 && risk.paths.every((id) => known.has(id)));
  assert.match(risk.because.en, /orders|aws_s3_bucket\.customers/);
  assert.match(risk.because.ja, /攻撃経路/);
});

test('closing a door never raises the risk of another finding, opening one never lowers any', async () => {
  const before = new Map((await scan(all)).report.findings.map((each) => [each.fingerprint, each]));
  for (const door of all) {
    const after = (await scan(new Set([...all].filter((each) => each !== door)))).report.findings;
    const graver = after.filter((each) => {
      const was = before.get(each.fingerprint);
      return was?.status === 'fail' && each.status === 'fail' && (scoreOf(each) > scoreOf(was) || rank(each) < rank(was));
    });
    assert.deepEqual(
      graver.map(({ checkId, origin }) => `${door}: ${checkId} ${origin.address}`),
      [],
    );
  }
});

test('every format for people and programs tells the risk', async () => {
  const result = await scan(all);
  const shown = async (format: string): Promise<string> =>
    renderReport(result, { format, language: 'en', color: false, width: 120, limit: 0, htmlReport: null });
  const json = JSON.parse(await shown('json'));
  const own = json.findings.find(({ risk }: { risk?: { role: string } }) => risk?.role === 'opens');
  assert.equal(typeof own.risk.because, 'string');
  assert.deepEqual(Object.keys(json.attackPaths[0]), ['id', 'query', 'title', 'severity', 'score']);
  const [sarif, table, markdown, html] = [await shown('sarif'), await shown('table'), await shown('markdown'), await shown('html')];
  assert.ok(JSON.parse(sarif).runs[0].results.some(({ rank: score }: { rank?: number }) => score === own.risk.score));
  for (const text of [table.replaceAll(/\s+/g, ' '), markdown, html]) assert.ok(text.includes('it opens'), text.slice(0, 300));
  assert.match((await shown('csv')).split('\r\n')[0] ?? '', /,risk,paths$/);
});
