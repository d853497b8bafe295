/** What scripts of an automation printed is often all one knows of them afterwards. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SSM Automation writes its script output to CloudWatch', ja: 'SSM Automation のスクリプト出力が CloudWatch に記録される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ssm.service-setting',
  why: {
    en: 'Nobody can tell afterwards what the scripts of an automation did.',
    ja: 'オートメーションのスクリプトが何をしたか、後から確かめられません。',
  },
  fix: {
    edits: { terraform: [{ set: 'setting_value', value: 'CloudWatch' }] },
    summary: { en: 'Set the value to CloudWatch.', ja: '値を CloudWatch にしてください。' },
    terraform: `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/automation/customer-script-log-destination"
  setting_value = "CloudWatch"
}`,
    cli: 'aws ssm update-service-setting --setting-id /ssm/automation/customer-script-log-destination --setting-value CloudWatch',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-logging.html'],
  equivalents: ['SSM.6'],
  noFramework: 'no control mapping yet',
  evaluate(setting) {
    if (!setting.settingId.endsWith('/ssm/automation/customer-script-log-destination'))
      return notApplicable({ en: 'It is another setting', ja: '別の設定です' });
    if (setting.value === 'CloudWatch') return pass();
    return fail({
      en: `${setting.name} is ${setting.value}, not CloudWatch`,
      ja: `${setting.name} は ${setting.value} で、CloudWatch ではありません`,
    });
  },
  examples: [
    fails(
      'nowhere',
      `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/automation/customer-script-log-destination"
  setting_value = "None"
}`,
    ),
    passes(
      'CloudWatch',
      `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/automation/customer-script-log-destination"
  setting_value = "CloudWatch"
}`,
    ),
    isNotApplicable(
      'another setting',
      `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/documents/console/public-sharing-permission"
  setting_value = "Disable"
}`,
    ),
  ],
});
