import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FolderFiles } from '../testing/index.ts';
import { inFolder, smallCatalogue } from '../testing/index.ts';
import { scanCode } from './index.ts';

const code = 'variable "name" {}\nresource "aws_s3_bucket" "orders" {\n  bucket = var.name\n}\n';
const secret = ['name = "orders', 'secret"\n'].join('-');

async function namesIn(files: FolderFiles, prepare: (folder: string) => void = () => {}): Promise<readonly string[]> {
  return inFolder(files, async (folder) => {
    prepare(folder);
    const options = { cwd: folder, language: 'en', catalogue: smallCatalogue, now: () => new Date('2026-11-22T09:00:00Z') } as const;
    const { report } = await scanCode({ ...options, targets: ['stranger'] });
    return [...new Set(report.findings.map((finding) => finding.resource.name))];
  });
}

const config = (file: string): string => `version: 1\nterraform: { varFiles: ["${file}"] }\n`;

const outside: readonly (readonly [name: string, file: string])[] = [
  ['a way up', '../private.tfvars'],
  ['a way down and up', 'envs/../../private.tfvars'],
  ['a file that lies in the working folder only', 'private.tfvars'],
  ['a link', 'linked.tfvars'],
];

for (const [name, file] of outside) {
  test(`kumomori.yaml of the scanned code opens no file outside of it: ${name}`, async () => {
    const files = { 'stranger/main.tf': code, 'stranger/kumomori.yaml': config(file), 'private.tfvars': secret };
    const scan = namesIn(files, (folder) => symlinkSync('../private.tfvars', join(folder, 'stranger/linked.tfvars')));
    await assert.rejects(scan, { code: 'variable-file-outside' });
  });
}

test('an absolute path in kumomori.yaml is refused too', async () => {
  await assert.rejects(namesIn({ 'stranger/main.tf': code, 'stranger/kumomori.yaml': config('/etc/hostname') }), {
    code: 'variable-file-outside',
  });
});

test('variable files beside kumomori.yaml are read, also when it lies above the TARGET', async () => {
  const files = { 'stranger/main.tf': code, 'kumomori.yaml': config('envs/production.tfvars'), 'envs/production.tfvars': secret };
  assert.deepEqual(await namesIn(files), ['orders-secret']);
});

test('a kumomori.yaml that is a link to the outside is not read', async () => {
  const files = { 'stranger/main.tf': code, 'credentials.txt': 'hunter2: 1\n' };
  const scan = namesIn(files, (folder) => symlinkSync('../credentials.txt', join(folder, 'stranger/kumomori.yaml')));
  await assert.rejects(scan, (error) => error instanceof Error && error.message === 'kumomori.yaml cannot be read');
});
