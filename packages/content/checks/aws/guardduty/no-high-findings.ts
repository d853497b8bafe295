/** GuardDuty only helps when somebody looks. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

const detector = (FindingIds: readonly string[]): readonly ExampleCall[] => [
  { call: 'guardduty:ListDetectors', region: 'ap-northeast-1', response: { DetectorIds: ['d1'] } },
  {
    call: 'guardduty:ListFindings',
    region: 'ap-northeast-1',
    request: {
      DetectorId: 'd1',
      FindingCriteria: { Criterion: { severity: { GreaterThanOrEqual: 7 }, 'service.archived': { Equals: ['false'] } } },
    },
    response: { FindingIds },
  },
];

export const check = defineCheck({
  title: { en: 'No open high-severity GuardDuty finding', ja: '重大度の高い未対応の GuardDuty 検出結果がない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.guardduty.findings',
  why: {
    en: 'A high finding means that something is under attack or taken over; the damage grows while it is open.',
    ja: '重大度の高い検出結果は、攻撃中か侵害済みであることを示します。放置するほど被害が広がります。',
  },
  fix: {
    summary: {
      en: 'Look into each finding, contain it, and archive it when it is dealt with.',
      ja: '検出結果を 1 件ずつ調査して封じ込め、対応後にアーカイブしてください。',
    },
    cli: 'aws guardduty list-findings --detector-id ID --finding-criteria \'{"Criterion":{"severity":{"GreaterThanOrEqual":7}}}\'',
    console: { en: 'GuardDuty → Findings → severity High.', ja: 'GuardDuty → 検出結果 → 重大度 高。' },
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_remediate.html'],
  equivalents: ['prowler:guardduty_no_high_severity_findings', 'cloudsploit:noActiveFindings'],
  evaluate(detector) {
    if (detector.high === 0) return pass();
    return fail({
      en: `Detector ${detector.name} has ${detector.high} open findings of high severity, or more`,
      ja: `検出器 ${detector.name} に重大度の高い未対応の検出結果が ${detector.high} 件以上あります`,
    });
  },
  examples: [
    fails('two', { live: detector(['f1', 'f2']) }),
    passes('none', { live: detector([]) }),
    isUnknown('findings may not be listed', { live: detector([]).slice(0, 1) }),
  ],
});
