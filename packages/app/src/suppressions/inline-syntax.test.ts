import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCalendarDate } from '../dates.ts';
import { readDirectives } from './inline-syntax.ts';

const cases: readonly (readonly [comment: string, expected: readonly string[]])[] = [
  [' kumomori:ignore aws-s3-bucket-versioning', ['kumomori block aws-s3-bucket-versioning - -']],
  [
    ' kumomori:ignore aws-s3-a, aws-s3-b until=2027-01-31 reason="recomputed: nightly, until=never"',
    ['kumomori block aws-s3-a+aws-s3-b 2027-01-31 recomputed: nightly, until=never'],
  ],
  [' kumomori:ignore CKV_AWS_21 reason=ticket 310', ['kumomori block CKV_AWS_21 - ticket 310']],
  [' kumomori:ignore aws-s3-* until=soon', ['kumomori block aws-s3-* !soon -']],
  [' kumomori:ignore', ['kumomori block  - -']],
  ['checkov:skip=CKV_AWS_18:logs: into itself', ['checkov block CKV_AWS_18 - logs: into itself']],
  [' checkov:skip=CKV_AWS_18,CKV_AWS_21 ', ['checkov block CKV_AWS_18+CKV_AWS_21 - -']],
  [' checkov:skip=CKV2_AWS_6: ', ['checkov block CKV2_AWS_6 - -']],
  ['trivy:ignore:AVD-AWS-0090', ['trivy block AVD-AWS-0090 - -']],
  ['trivy:ignore:aws-s3-enable-versioning:exp:2027-01-31', ['trivy block aws-s3-enable-versioning 2027-01-31 -']],
  ['trivy:ignore:AWS-0090 trivy:ignore:AWS-0089', ['trivy block AWS-0090 - -', 'trivy block AWS-0089 - -']],
  ['trivy:ignore:AVD-AWS-0090[name=orders]', ['trivy block AVD-AWS-0090 - -']],
  ['trivy:ignore:*', ['trivy block * - -']],
  ['tfsec:ignore:aws-s3-enable-versioning:exp:2027-13-01', ['tfsec block aws-s3-enable-versioning !2027-13-01 -']],
  [' kics-scan ignore-block', ['kics block * - -']],
  [' kics-scan ignore-line', ['kics line * - -']],
  [' kics-scan ignore', ['kics file * - -']],
  [' kics-scan disable=568a4d22,e38a8e0a', ['kics file 568a4d22+e38a8e0a - -']],
  ['ts:skip=AC_AWS_0214 not needed', ['terrascan block AC_AWS_0214 - not needed']],
  ['\n * checkov:skip=CKV_AWS_18:a\n * kumomori:ignore aws-s3-b\n', ['checkov block CKV_AWS_18 - a', 'kumomori block aws-s3-b - -']],
  [' see the kumomori documentation about checkov', []],
];

test('suppression comments of every scanner are read', () => {
  for (const [comment, expected] of cases) {
    const found = readDirectives(comment).map(
      ({ syntax, scope, ids, until, invalidDate, reason }) =>
        `${syntax} ${scope} ${ids.join('+')} ${invalidDate === null ? (until ?? '-') : `!${invalidDate}`} ${reason ?? '-'}`,
    );
    assert.deepEqual(found, expected, comment);
  }
});

test('a date is a day that exists', () => {
  const dates = ['2027-02-28', '2028-02-29', '2027-02-29', '2027-2-1', '2027-01-32', 'tomorrow', ''];
  assert.deepEqual(dates.filter(isCalendarDate), ['2027-02-28', '2028-02-29']);
});
