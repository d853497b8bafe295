import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No AWS session token in code', ja: 'コードに AWS セッショントークンが含まれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'Whoever can read the repository, or an old copy of it, has it. Until it expires whoever has it acts as the role it was given for.',
    ja: 'リポジトリやその古いコピーを読める全員の手に渡ります。失効するまで、発行先のロールとして操作できます。',
  },
  fix: {
    summary: {
      en: 'Revoke the sessions of the role; keep tokens out of files.',
      ja: 'ロールのセッションを失効させ、トークンをファイルに残さないでください。',
    },
    text: 'aws_session_token = $AWS_SESSION_TOKEN',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html'],
  equivalents: [],
  evaluate: (secret) => judgeSecret(secret, 'aws-session-token', { en: 'an AWS session token', ja: 'AWS セッショントークン' }),
  examples: [
    fails('written in a file', {
      text: `aws_session_token = ${['IQoJ', 'p1vRt+1fjORS/6ilI8ihN5KXSc7Tvo/hBKqFYY/kv5ZJr3J1TWDtkwtDDb+xHKas1VOqg6YYZYn9ZhyiA4uoRgnatmUdjAWtGSU8po+799NksnRH9ucAUsdMlHUvTCQCyEZDz/TddJ8HyS5SUkCnD8zRA9a9SkpX'].join('')}\n`,
    }),
    isNotApplicable('none', { text: 'aws_session_token = $AWS_SESSION_TOKEN\n' }),
  ],
});
