import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggest } from './suggest.ts';

const candidates = ['exceptions', 'checks', 'severity', 'aws-s3-bucket-versioning', 'CKV_AWS_21'];

const cases: readonly (readonly [word: string, expected: string | null])[] = [
  ['exeptions', 'exceptions'],
  ['sevreity', 'severity'],
  ['aws-s3-bucket-version', 'aws-s3-bucket-versioning'],
  ['ckv_aws_12', 'CKV_AWS_21'],
  ['kubernetes', null],
  ['', null],
];

test('the nearest name is suggested, and none when nothing is near', () => {
  for (const [word, expected] of cases) assert.equal(suggest(word, candidates), expected, word);
});
