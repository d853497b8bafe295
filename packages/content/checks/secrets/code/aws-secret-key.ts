import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No AWS secret access key in code', ja: 'コードに AWS シークレットアクセスキーが含まれていない' },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Whoever has it acts in the account with all rights of its user.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。持つ者は、そのユーザーの全権限でアカウントを操作できます。',
  },
  fix: {
    summary: {
      en: 'Deactivate the key in IAM, look at its last use in CloudTrail, and use roles instead.',
      ja: 'IAM で鍵を無効化し、CloudTrail で使用履歴を確認して、ロールに切り替えてください。',
    },
    text: 'aws_secret_access_key = $AWS_SECRET_ACCESS_KEY',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'aws-secret-key', { en: 'an AWS secret access key', ja: 'AWS シークレットアクセスキー' }),
  examples: [
    fails('written in a file', { text: `aws_secret_access_key = ${['2hpChYgCfrL1spNxnyVm', 'ihA/2O76UMFxFkM/R5Kj'].join('')}\n` }),
    isNotApplicable('none', { text: 'aws_secret_access_key = $AWS_SECRET_ACCESS_KEY\n' }),
  ],
});
