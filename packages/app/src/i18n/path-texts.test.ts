/** Everything that a path says has a Japanese text: reasons, questions, conditions, ways to gain rights. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONDITION_IDS, conditionText, escalations, QUERIES, REASON_IDS } from '@kumomori/engine';
import { pathReasonsJa, pathTitlesJa, reasonIn } from './index.ts';

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;
/** Links between facts, which are never shown. */
const SILENT = new Set(['class', 'one-of-all', 'is-user']);

test('every reason has a Japanese text with the same arguments', () => {
  const lacking = REASON_IDS.filter(
    (id) => !SILENT.has(id) && !JAPANESE.test(pathReasonsJa[id] ?? '') && !/^(?:\{\d\}[: ]*)+$/.test(pathReasonsJa[id] ?? ''),
  );
  assert.deepEqual(lacking, []);
});

test('every question has a Japanese title', () => {
  assert.deepEqual(
    QUERIES.map(({ id }) => id).filter((id) => !JAPANESE.test(pathTitlesJa[id] ?? '')),
    [],
  );
});

test('every condition is said in Japanese', () => {
  const texts = CONDITION_IDS.map((id) => conditionText({ id, args: ['aws_instance.web', 'aws_instance.orders'] }));
  assert.deepEqual(
    texts.filter((text) => !JAPANESE.test(reasonIn('ja', text))),
    [],
  );
});

test('every way of the catalogue is said in Japanese', () => {
  const clouds = escalations.map(({ title }) => title);
  assert.deepEqual(
    clouds.filter((title) => !JAPANESE.test(reasonIn('ja', title))),
    [],
  );
});

const SETTINGS = [
  'Delete the user aws_iam_user.kenji, its keys and its password',
  'Switch off the keys and the password of aws_iam_user.kenji',
  'Delete the record aws_route53_record.campaign',
  'Fix CVE-2026-0001 on aws_instance.web',
  'Stop copying aws_s3_bucket.customers to aws_s3_bucket.replica',
  'Stop sharing aws_db_snapshot.members with 210987654321',
  'Close aws_subnet.prod to aws_subnet.dev',
  'Narrow who may assume aws_iam_role.web',
  'Give aws_instance.web a role with fewer rights',
  'Require IMDSv2 on aws_instance.web',
  'Let only signed-in callers use aws_lambda_function.orders',
  'Run kubernetes pod web without privileged',
  'Close aws_s3_bucket.customers to the public',
  'Close aws_instance.web to the internet (aws_security_group.web)',
  'Close aws_instance.web to aws_lb.front (aws_security_group.web)',
  'Remove the credential from aws_lambda_function.orders and replace it',
  'Take the key of azurerm_storage_account.customers out of azurerm_linux_web_app.shop and replace it',
  'Narrow statement 1 of policy deploy of aws_iam_role.web',
  'Narrow statement Read of policy deploy',
  'Narrow statement 2 of the policy of arn:aws:s3:::orders-bucket',
  'Narrow or remove policy deploy of group developers',
];

test('every change is said in Japanese', () => {
  assert.deepEqual(
    SETTINGS.filter((text) => !JAPANESE.test(reasonIn('ja', text))),
    [],
  );
});
