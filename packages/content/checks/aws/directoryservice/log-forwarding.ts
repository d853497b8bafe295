/** Sign-ins of a whole company are decided here. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Directories forward their security events', ja: 'ディレクトリのセキュリティイベントが転送されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.directoryservice.directory',
  why: {
    en: 'Without forwarding nobody sees password guessing, new administrators and locked accounts in the directory.',
    ja: '転送しないと、パスワード推測や管理者の追加、ロックアウトに気づけません。',
  },
  fix: {
    summary: {
      en: 'Forward the logs of the directory to CloudWatch (aws_directory_service_log_subscription).',
      ja: 'ディレクトリのログを CloudWatch に転送してください (aws_directory_service_log_subscription)。',
    },
    terraform: `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}

resource "aws_directory_service_log_subscription" "corp" {
  directory_id   = aws_directory_service_directory.corp.id
  log_group_name = "/directory/corp"
}`,
  },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_enable_log_forwarding.html'],
  equivalents: ['prowler:directoryservice_directory_log_forwarding_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(directory) {
    if (aside(() => directory.type !== 'MicrosoftAD'))
      return notApplicable({
        en: `${directory.name} is no Managed Microsoft AD`,
        ja: `${directory.name} は Managed Microsoft AD ではありません`,
      });
    if (directory.forwardsLogs) return pass();
    return fail({
      en: `Directory ${directory.name} does not forward its security events`,
      ja: `ディレクトリ ${directory.name} はセキュリティイベントを転送していません`,
    });
  },
  examples: [
    fails(
      'no subscription',
      `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}`,
    ),
    passes(
      'to a log group',
      `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "MicrosoftAD"
}

resource "aws_directory_service_log_subscription" "corp" {
  directory_id   = aws_directory_service_directory.corp.id
  log_group_name = "/directory/corp"
}`,
    ),
    isNotApplicable(
      'Simple AD cannot',
      `resource "aws_directory_service_directory" "corp" {
  name     = "corp.example.com"
  password = join("-", ["set", "elsewhere"])
  type     = "SimpleAD"
}`,
    ),
  ],
});
