import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { messagesIn } from '../i18n/index.ts';
import { inFolder } from '../testing/index.ts';
import { readKnownKeys } from './known-keys.ts';

const messages = messagesIn('en');
const line = (response: object, request: object = {}): string => `${JSON.stringify({ request, at: '2026-11-22T09:00:00Z', response })}\n`;
const id = '0123456789abcdef0123456789abcdef01234567';
const name = `projects/orders-prod/serviceAccounts/deploy@orders-prod.iam.gserviceaccount.com/keys/${id}`;
const owner = 'deploy@orders-prod.iam.gserviceaccount.com';

test('keys of service accounts are known by each way they may have been listed', async () => {
  const places: Readonly<Record<string, object>> = {
    'iam.googleapis.com/serviceAccountKeys': { keys: [{ name, disabled: true }] },
    'iam/projects.serviceAccounts.keys.list': { keys: [{ name, disabled: true }] },
    'cloudasset.googleapis.com/assets': { assets: [{ name: `//iam.googleapis.com/${name}`, resource: { data: { disabled: true } } }] },
  };
  for (const [place, response] of Object.entries(places)) {
    await inFolder({ [`raw/gcp/orders-prod/global/${place}.jsonl.gz`]: gzipSync(line(response)) }, (cwd) => {
      assert.deepEqual([...readKnownKeys('.', { cwd, messages })], [[id, { owner, status: 'Inactive', lastUsed: null }]], place);
    });
  }
});

test('a gzip bomb in a snapshot is not inflated, and other keys are known all the same', async () => {
  const access = ['AKIA', 'EXAMPLEORDERS0'].join('');
  const place = 'raw/aws/123456789012/global/iam';
  const files = {
    [`${place}/ListAccessKeys.jsonl.gz`]: gzipSync(
      line({ AccessKeyMetadata: [{ UserName: 'alice', AccessKeyId: access, Status: 'Active' }] }),
    ),
    [`${place}/GetAccessKeyLastUsed.jsonl.gz`]: gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20), { level: 1 }),
  };
  await inFolder(files, (cwd) => {
    const expected = { owner: 'alice (123456789012)', status: 'Active', lastUsed: null };
    assert.deepEqual([...readKnownKeys('.', { cwd, messages })], [[access, expected]]);
  });
});

test('what is no snapshot is said', async () => {
  await inFolder({ 'main.tf': '' }, (cwd) => {
    assert.throws(() => readKnownKeys('.', { cwd, messages }), { code: 'target-missing' });
    assert.equal(readKnownKeys(null, { cwd, messages }).size, 0);
  });
});
