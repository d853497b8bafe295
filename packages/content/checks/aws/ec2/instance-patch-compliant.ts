/** Systems Manager says what is missing; somebody has to read it. */
import type { ExampleCall, JsonObject } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const instance = (...compliance: readonly JsonObject[]): readonly ExampleCall[] => [
  {
    call: 'ssm:DescribeInstanceInformation',
    region: 'ap-northeast-1',
    response: { InstanceInformationList: [{ InstanceId: 'i-0a1b2c3d' }] },
  },
  {
    call: 'ssm:ListResourceComplianceSummaries',
    region: 'ap-northeast-1',
    response: { ResourceComplianceSummaryItems: compliance.map((each) => ({ ResourceId: 'i-0a1b2c3d', ...each })) },
  },
];

export const check = defineCheck({
  title: { en: 'Managed instances are patch compliant', ja: '管理対象インスタンスのパッチが適用されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ssm.managed-instance',
  why: {
    en: 'A missing patch is the most usual way into a server that was set up correctly.',
    ja: '未適用のパッチは、正しく設定されたサーバーへの最も一般的な侵入経路です。',
  },
  fix: {
    summary: {
      en: 'Install the missing patches, and let a maintenance window do it from now on.',
      ja: '未適用のパッチを適用し、今後はメンテナンスウィンドウで自動化してください。',
    },
    cli: 'aws ssm send-command --document-name AWS-RunPatchBaseline --parameters Operation=Install --targets Key=InstanceIds,Values=ID',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-compliance.html'],
  equivalents: ['SSM.2', 'prowler:ssm_managed_compliant_patching', 'steampipe:ssm_managed_instance_compliance_patch_compliant'],
  evaluate(instance) {
    const status = instance.patchStatus;
    if (status === undefined)
      return notApplicable({ en: 'Patch Manager never scanned the instance', ja: 'Patch Manager でスキャンされていません' });
    if (status !== 'NON_COMPLIANT') return pass();
    return fail({
      en: `Instance ${instance.name} lacks patches that its baseline demands`,
      ja: `インスタンス ${instance.name} にはベースラインが求めるパッチが適用されていません`,
    });
  },
  examples: [
    fails('not compliant', { live: instance({ ComplianceType: 'Patch', Status: 'NON_COMPLIANT' }) }),
    passes('compliant', { live: instance({ ComplianceType: 'Patch', Status: 'COMPLIANT' }) }),
    isNotApplicable('nothing is known of it', { live: instance() }),
    isUnknown('compliance may not be read', { live: instance().slice(0, 1) }),
  ],
});
