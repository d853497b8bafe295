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
  title: { en: 'Associations of managed instances succeed', ja: '管理対象インスタンスの関連付けが成功している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ssm.managed-instance',
  why: {
    en: 'What an association keeps in place (agents, settings, patches) is missing on an instance where it fails.',
    ja: '関連付けが失敗したインスタンスでは、エージェントや設定、パッチが維持されません。',
  },
  fix: {
    summary: {
      en: 'Look at the output of the failed association and repair it.',
      ja: '失敗した関連付けの出力を確認し、原因を修正してください。',
    },
    cli: 'aws ssm describe-instance-associations-status --instance-id ID',
  },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-state-manager-associations.html'],
  equivalents: ['SSM.3', 'steampipe:ssm_managed_instance_compliance_association_compliant'],
  noFramework: 'linked through aws-ec2-instance-patch-compliant',
  evaluate(instance) {
    const status = instance.associationStatus;
    if (status === undefined) return notApplicable({ en: 'The instance has no association', ja: '関連付けがありません' });
    if (status !== 'NON_COMPLIANT') return pass();
    return fail({
      en: `An association of instance ${instance.name} failed`,
      ja: `インスタンス ${instance.name} の関連付けが失敗しています`,
    });
  },
  examples: [
    fails('not compliant', { live: instance({ ComplianceType: 'Association', Status: 'NON_COMPLIANT' }) }),
    passes('compliant', { live: instance({ ComplianceType: 'Association', Status: 'COMPLIANT' }) }),
    isNotApplicable('nothing is known of it', { live: instance() }),
    isUnknown('compliance may not be read', { live: instance().slice(0, 1) }),
  ],
});
