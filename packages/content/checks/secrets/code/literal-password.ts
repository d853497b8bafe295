/** The value may come a long way: through a variable's default, a local, a module's argument. */
import { defineCheck, fails, isNotApplicable, judgeSecret } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No password reaches a resource as a literal', ja: 'リソースのパスワードがコードに直書きされていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'repository.file.secret',
  why: {
    en: 'A password in code is known to everybody who can read the repository or an old copy of it, and stays when people leave.',
    ja: 'コード内のパスワードは、リポジトリやその古いコピーを読める全員に知られ、退職後も有効なままです。',
  },
  fix: {
    summary: {
      en: 'Generate it, or read it from a secret store; change the one that is written.',
      ja: '生成するかシークレットストアから読み取り、書かれているものは変更してください。',
    },
    text: 'manage_master_user_password = true',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/hardcoded.html'],
  equivalents: ['CKV_SECRET_6'],
  evaluate: (secret) =>
    judgeSecret(secret, 'literal-password', { en: 'a password that stands in the code', ja: 'コードに直書きされたパスワード' }),
  examples: [
    fails('through the default of a variable', {
      text: {
        'main.tf': `variable "password" {
  default = "${['drawn-by', 'lot-4711'].join('-')}"
}
resource "aws_db_instance" "orders" {
  password = var.password
}
`,
      },
    }),
    isNotApplicable('a variable without value', {
      text: { 'main.tf': 'variable "password" {}\nresource "aws_db_instance" "orders" {\n  password = var.password\n}\n' },
    }),
    isNotApplicable('a generated one', {
      text: {
        'main.tf':
          'resource "random_password" "db" {\n  length = 32\n}\nresource "aws_db_instance" "orders" {\n  password = random_password.db.result\n}\n',
      },
    }),
  ],
});
