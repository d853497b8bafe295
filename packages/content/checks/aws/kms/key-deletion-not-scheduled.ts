/** When the waiting time is over nobody can read what the key encrypted, ever. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const key = (state: JsonObject): readonly ExampleCall[] => [
  {
    call: 'kms:DescribeKey',
    region: 'ap-northeast-1',
    request: { KeyId: 'k1' },
    response: {
      KeyMetadata: { KeyId: 'k1', Arn: 'arn:aws:kms:ap-northeast-1:123456789012:key/k1', KeyManager: 'CUSTOMER', ...state },
    },
  },
];

export const check = defineCheck({
  title: { en: 'No key is waiting for its deletion', ja: '削除待ちのキーがない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.kms.key-state',
  why: {
    en: 'Deleting a key destroys everything under it, backups included; it is also what an extortionist would do.',
    ja: 'キーを削除すると、バックアップを含め暗号化されたデータが二度と読めなくなります。恐喝の手口でもあります。',
  },
  fix: {
    summary: {
      en: 'Find out who asked for it and what the key encrypts; cancel the deletion unless all of that may go.',
      ja: '誰が要求し、何を暗号化しているキーかを確かめ、失ってはならないなら削除を取り消してください。',
    },
    cli: 'aws kms cancel-key-deletion --key-id ID',
    console: {
      en: 'KMS → Customer managed keys → the key → Key actions → Cancel key deletion.',
      ja: 'KMS → カスタマー管理型のキー → 対象 → キーのアクション → キーの削除をキャンセル。',
    },
  },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html'],
  equivalents: ['KMS.3', 'prowler:kms_cmk_not_deleted_unintentionally', 'steampipe:kms_key_not_pending_deletion'],
  noFramework: 'linked through aws-kms-key-not-pending-deletion',
  evaluate(key) {
    if (key.state !== 'PendingDeletion' && key.state !== 'PendingReplicaDeletion') return pass();
    const days = key.daysUntilDeletion;
    return fail(
      days === undefined
        ? { en: `Key ${key.name} is waiting for its deletion`, ja: `キー ${key.name} は削除待ちです` }
        : { en: `Key ${key.name} is deleted in ${days} days`, ja: `キー ${key.name} は ${days} 日後に削除されます` },
      { at: ['state'] },
    );
  },
  examples: [
    fails('in ten days', { live: key({ KeyState: 'PendingDeletion', DeletionDate: '2026-07-11T00:00:00Z' }) }),
    passes('enabled', { live: key({ KeyState: 'Enabled' }) }),
  ],
});
