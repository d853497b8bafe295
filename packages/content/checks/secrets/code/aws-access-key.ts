import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No AWS access key id in code', ja: 'コードに AWS アクセスキー IDが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. It names the key; the secret that belongs to it usually stands nearby.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。鍵を特定する ID で、対になるシークレットも近くにあることがほとんどです。',
  },
  fix: {
    summary: {
      en: 'Deactivate the key in IAM, look at its last use in CloudTrail, and use roles instead.',
      ja: 'IAM で鍵を無効化し、CloudTrail で使用履歴を確認して、ロールに切り替えてください。',
    },
    text: 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  equivalents: ['CKV_SECRET_2'],
  evaluate: (secret) => judgeSecret(secret, 'aws-access-key', { en: 'an AWS access key id', ja: 'AWS アクセスキー ID' }),
  examples: [
    fails('written in a file', { text: `aws_access_key_id = ${['AKIA', 'UJZDEGXDNCF32EPF'].join('')}\n` }),
    isNotApplicable('none', { text: 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n' }),
  ],
});
