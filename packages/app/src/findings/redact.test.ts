import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Evidence } from '@kumomori/model';
import { redact } from './redact.ts';

const evidence = (path: string, value: Evidence['value']): Evidence => ({
  path,
  value,
  state: 'explicit',
  file: 'main.tf',
  line: 1,
  column: 1,
  endLine: 1,
  reason: null,
  provenance: [],
});

// Built here so that no scanner trips over this file.
const accessKey = `AKIA${'Z'.repeat(16)}`;
const privateKey = `-----BEGIN RSA ${'PRIVATE'} KEY-----`;

const cases: readonly (readonly [path: string, value: Evidence['value'], isSecret: boolean])[] = [
  ['environment.DB_PASSWORD', 'Summer2026', true],
  ['masterPassword', 'Summer2026', true],
  ['containers[0].environment.API_TOKEN', 'abc', true],
  ['passwords[2]', 'Summer2026', true],
  ['userData', `export KEY=${accessKey}`, true],
  ['userData', privateKey, true],
  ['values', ['a', accessKey], true],
  ['masterPassword', 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db', false],
  ['masterPassword', '', false],
  ['passwordPolicy.minimumLength', 8, false],
  ['tokenValidity', '60', false],
  ['acl', 'public-read', false],
  ['secretArn', 'x', false],
];

test('values that look like secrets are taken out of evidence, places where secrets are kept are not', () => {
  for (const [path, value, isSecret] of cases) {
    const shown = redact(evidence(path, value));
    assert.deepEqual([shown.state, shown.value], isSecret ? ['redacted', null] : ['explicit', value], `${path} ${String(value)}`);
  }
});
