/** `kumomori exposure --matrix` as Markdown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import type { CliEnvironment } from './environment.ts';
import { runCli } from './run.ts';

const machine = (name: string, group: string): string => `resource "aws_instance" "${name}" {
  ami                    = "ami-0123456789abcdef0"
  subnet_id              = aws_subnet.private.id
  vpc_security_group_ids = [aws_security_group.${group}.id]
}
`;
const CODE = `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "private" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_security_group" "shop" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "db" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.shop.id]
  }
}
${machine('shop', 'shop')}${machine('db', 'db')}`;

test('the matrix is in the Markdown too, in both languages', async () => {
  for (const language of ['en', 'ja']) {
    await inFolder({ 'main.tf': CODE }, async (cwd) => {
      let written = '';
      const stream: CliEnvironment['stdout'] = { isTerminal: false, columns: 120, write: (text: string) => void (written += text) };
      const environment = { cwd, variables: {}, now: () => new Date('2026-11-22T00:00:00Z'), stdout: stream, stderr: stream };
      const code = await runCli(['exposure', '.', '--matrix', '--format', 'markdown', '--lang', language], environment);
      assert.equal(code, 0, written);
      assert.match(written, /^\| `aws_instance\.shop` \| `aws_instance\.db` \| `tcp\/5432` \| .+ \|$/m);
    });
  }
});
