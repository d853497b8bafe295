/**
 * `kumomori paths diff` of two folders of about 5,000 resources each that differ in one file, as whole processes of the built package:
 * `node bench/paths-diff.ts [--lines 32800] [--runs 5]`. Prints the least wall and CPU seconds: on a busy machine compare the second.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeEstate } from './generate-estate.ts';
import { measure } from './measure.ts';

const { values } = parseArgs({ options: { lines: { type: 'string' }, runs: { type: 'string' } } });
const PROGRAM = fileURLToPath(new URL('../dist/package/bin/kumomori.js', import.meta.url));

/** A bucket of personal data that everybody may read. */
const OPENED = `resource "aws_s3_bucket" "opened" {
  bucket = "orders-bucket"
  tags   = { DataClass = "personal" }
}

resource "aws_s3_bucket_public_access_block" "opened" {
  bucket                  = aws_s3_bucket.opened.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

resource "aws_s3_bucket_policy" "opened" {
  bucket = aws_s3_bucket.opened.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "\${aws_s3_bucket.opened.arn}/*" }]
  })
}
`;

const folder = mkdtempSync(join(tmpdir(), 'kumomori-paths-'));
try {
  const [base, head] = [join(folder, 'base'), join(folder, 'head')];
  writeEstate(base, { lines: Number(values.lines ?? 32_800) });
  cpSync(base, head, { recursive: true });
  writeFileSync(join(head, 'live/commerce-1/dev/opened.tf'), OPENED);
  const samples = [];
  for (let run = 0; run < Number(values.runs ?? 5); run++)
    samples.push(await measure({ program: process.execPath, args: [PROGRAM, 'paths', 'diff', base, head, '--format', 'json'] }, 120));
  const least = (numbers: readonly (number | null)[]): string => Math.min(...numbers.map((each) => each ?? Number.NaN)).toFixed(2);
  console.log('| runs | wall s | CPU s | peak MB | load |\n|---|---|---|---|---|');
  console.log(
    `| ${samples.length} | ${least(samples.map((each) => each.wallSeconds))} | ${least(samples.map((each) => each.cpuSeconds))} | ${least(samples.map((each) => each.peakMb))} | ${samples.map(({ load }) => load.toFixed(1)).join(' ')} |`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
