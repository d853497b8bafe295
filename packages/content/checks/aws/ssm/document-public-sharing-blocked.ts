/** Blocks what a single wrong account list would do. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public sharing of SSM documents is blocked', ja: 'SSM ドキュメントの公開共有がブロックされている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ssm.service-setting',
  why: {
    en: 'With the setting on, one wrong account list publishes a document with scripts and names of your servers.',
    ja: '許可されていると、共有先の誤り 1 つでスクリプトやサーバー名を含むドキュメントが公開されます。',
  },
  fix: {
    edits: { terraform: [{ set: 'setting_value', value: 'Disable' }] },
    cautions: ['closes-access'],
    summary: { en: 'Set the value to Disable.', ja: '値を Disable にしてください。' },
    terraform: `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/documents/console/public-sharing-permission"
  setting_value = "Disable"
}`,
    cli: 'aws ssm update-service-setting --setting-id /ssm/documents/console/public-sharing-permission --setting-value Disable',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html'],
  equivalents: ['SSM.7'],
  noFramework: 'no control mapping yet',
  evaluate(setting) {
    if (!setting.settingId.endsWith('/ssm/documents/console/public-sharing-permission'))
      return notApplicable({ en: 'It is another setting', ja: '別の設定です' });
    if (setting.value === 'Disable') return pass();
    return fail({
      en: `${setting.name} is ${setting.value}: documents may be shared publicly`,
      ja: `${setting.name} が ${setting.value} で、ドキュメントを公開共有できます`,
    });
  },
  examples: [
    fails(
      'allowed',
      `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/documents/console/public-sharing-permission"
  setting_value = "Enable"
}`,
    ),
    passes(
      'blocked',
      `resource "aws_ssm_service_setting" "this" {
  setting_id    = "arn:aws:ssm:us-east-1:123456789012:servicesetting/ssm/documents/console/public-sharing-permission"
  setting_value = "Disable"
}`,
    ),
    isNotApplicable(
      'another setting',
      `resource "aws_ssm_service_setting" "this" {
  setting_id    = "/ssm/parameter-store/high-throughput-enabled"
  setting_value = "true"
}`,
    ),
  ],
});
