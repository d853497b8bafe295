import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Diagnostic } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import { inFolder } from '../testing/index.ts';
import type { LogObject, ObjectText } from './index.ts';
import { faultDiagnostic, inflate, listObjects, readObjectText, readStream, textOf } from './index.ts';

const messages = messagesIn('en');
const lines = Array.from({ length: 4000 }, (_, index) => `{"eventID":"e${index}","value":${Math.sin(index)}}`).join('\n');

const listed = (cwd: string, paths: readonly string[]): { objects: readonly LogObject[]; diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const objects = [...listObjects(paths, { cwd, messages, report: (each) => diagnostics.push(each) })];
  return { objects, diagnostics };
};

const readBytes = (bytes: Uint8Array | string): Promise<ObjectText> =>
  inFolder({ log: bytes }, (folder) => {
    const [object] = listed(folder, ['log']).objects;
    assert.ok(object);
    return readObjectText(object);
  });

test('objects of a tree come in the order of their names, digests and hidden files left out', async () => {
  const tree = 'AWSLogs/123456789012';
  const files = {
    [`${tree}/CloudTrail/us-east-1/2026/11/02/b.json.gz`]: 'b',
    [`${tree}/CloudTrail/us-east-1/2026/11/01/z.json.gz`]: 'z',
    [`${tree}/CloudTrail/ap-northeast-1/2026/11/30/a.json.gz`]: 'a',
    [`${tree}/CloudTrail-Digest/us-east-1/2026/11/01/d.json.gz`]: 'd',
    [`${tree}/.DS_Store`]: 'x',
    'one.log': 'one',
  };
  await inFolder(files, (folder) => {
    symlinkSync('/etc', join(folder, 'AWSLogs/outside'));
    symlinkSync('/etc/passwd', join(folder, 'AWSLogs/passwords.log'));
    const { objects, diagnostics } = listed(folder, ['one.log', 'AWSLogs/']);
    assert.deepEqual(
      objects.map(({ path, sizeBytes }) => `${path} ${sizeBytes}`),
      [
        'one.log 3',
        `${tree}/CloudTrail/ap-northeast-1/2026/11/30/a.json.gz 1`,
        `${tree}/CloudTrail/us-east-1/2026/11/01/z.json.gz 1`,
        `${tree}/CloudTrail/us-east-1/2026/11/02/b.json.gz 1`,
      ],
    );
    assert.deepEqual(
      diagnostics.map(({ file, code }) => `${code} ${file}`),
      ['outside-root AWSLogs/outside', 'outside-root AWSLogs/passwords.log'],
    );
  });
});

test('a path that is not there is said before anything is read', async () => {
  await inFolder({ 'one.log': '' }, (folder) => {
    assert.throws(() => listed(folder, ['one.log', 'two.log']), { code: 'target-missing', message: /two\.log/ });
  });
});

const forms: readonly (readonly [string, Uint8Array, ObjectText['form']])[] = [
  ['plain text', Buffer.from(lines), 'plain'],
  ['gzip', gzipSync(lines), 'gzip'],
  ['gzip of several members', Buffer.concat([gzipSync(lines.slice(0, 999)), gzipSync(lines.slice(999))]), 'gzip'],
  ['zstd', zstdCompressSync(lines), 'zstd'],
];

for (const [name, bytes, form] of forms)
  test(`${name} is recognized by its bytes and read whole`, async () => {
    assert.deepEqual(await readBytes(bytes), {
      text: lines,
      form,
      storedBytes: bytes.length,
      inflatedBytes: lines.length,
      fault: null,
    });
  });

const gz = gzipSync(lines);
const damagedAt = gz.length >> 1;
const damaged = Buffer.from(gz).fill(0xff, damagedAt, damagedAt + 64);

test('of a damaged gzip what stands before the damage is kept, and the place is told', async () => {
  const { text, fault } = await readBytes(damaged);
  // Up to the damage; a few bytes after it may be anything that the compressed data happens to mean.
  assert.equal(text.slice(0, lines.length >> 2), lines.slice(0, lines.length >> 2));
  assert.equal(fault?.kind, 'corrupt');
  assert.ok((fault.offset ?? 0) >= damagedAt);
  assert.match(faultDiagnostic('a.gz', fault, messages).message, /^the compressed data is damaged.*at byte \d+/);
});

test('of a gzip that was cut off what is there is kept', async () => {
  const { text, fault } = await readBytes(gz.subarray(0, damagedAt));
  assert.ok(text.length > lines.length / 4 && lines.startsWith(text));
  assert.deepEqual(fault, { kind: 'truncated', offset: damagedAt });
});

test('a wrong checksum at the end costs nothing that was read', async () => {
  const { text, fault } = await readBytes(Buffer.concat([gz.subarray(0, -8), Buffer.alloc(8)]));
  assert.equal(text, lines);
  assert.equal(fault?.kind, 'corrupt');
});

test('an object that inflates beyond the limits is not read, whichever limit it is', () => {
  const zeros = gzipSync(Buffer.alloc(40_000_000));
  assert.deepEqual(inflate(zeros).fault, { kind: 'bomb', offset: null });
  assert.deepEqual(inflate(zeros, { maxBytes: 1_000_000, maxRatio: 250 }), {
    bytes: new Uint8Array(0),
    fault: { kind: 'too-large', offset: null },
  });
  assert.deepEqual(inflate(gzipSync(zeros)).fault, null);
});

test('what is no text, no file or not there is a fault of its own', async () => {
  assert.equal((await readBytes(new Uint8Array([0x7f, 0x45, 0, 1]))).fault?.kind, 'binary');
  await inFolder({}, (folder) => {
    assert.equal(spawnSync('mkfifo', [join(folder, 'pipe')]).status, 0);
    const { objects } = listed(folder, ['.']);
    assert.deepEqual(objects, []);
    assert.equal(readObjectText({ path: 'gone', file: join(folder, 'gone'), sizeBytes: 1 }).fault?.kind, 'unreadable');
  });
});

test('standard input is read like a file, up to the limit', async () => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield gz.subarray(0, 1000);
    yield gz.subarray(1000);
  }
  assert.equal(textOf(await readStream(pieces())).text, lines);
  assert.equal((await readStream(pieces(), 1500)).fault?.kind, 'too-large');
});
