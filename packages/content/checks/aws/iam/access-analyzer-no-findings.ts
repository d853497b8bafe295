/** Each finding is something that others outside can reach; somebody has to say whether they should. */
import type { ExampleCall } from '@kumomori/model';
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

const arn = 'arn:aws:access-analyzer:ap-northeast-1:123456789012:analyzer/outside';
const analyzer = (findings: readonly string[], type = 'ACCOUNT'): readonly ExampleCall[] => [
  {
    call: 'accessanalyzer:ListAnalyzers',
    region: 'ap-northeast-1',
    response: { analyzers: [{ arn, name: 'outside', type, status: 'ACTIVE' }] },
  },
  {
    call: 'accessanalyzer:ListFindingsV2',
    region: 'ap-northeast-1',
    request: { analyzerArn: arn, filter: { status: { eq: ['ACTIVE'] } } },
    response: { findings: findings.map((resource) => ({ resource, status: 'ACTIVE' })) },
  },
];

export const check = defineCheck({
  title: { en: 'No active external-access findings remain', ja: '外部アクセスの未対応の検出結果が残っていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.accessanalyzer.analyzer',
  why: {
    en: 'A finding that nobody looks at is an open door that was already found once.',
    ja: '放置された検出結果は、見つかったのに閉じられていない入口です。',
  },
  fix: {
    summary: {
      en: 'Remove the access, or archive the finding with the reason why it is meant.',
      ja: 'アクセスを取り除くか、意図したものであれば理由を付けてアーカイブしてください。',
    },
    cli: 'aws accessanalyzer list-findings-v2 --analyzer-arn ARN --filter \'{"status":{"eq":["ACTIVE"]}}\'',
    console: { en: 'IAM → Access analyzer → Findings → Active.', ja: 'IAM → アクセスアナライザー → 検出結果 → アクティブ。' },
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings-remediate.html'],
  equivalents: ['prowler:accessanalyzer_enabled_without_findings', 'cloudsploit:accessAnalyzerActiveFindings'],
  evaluate(analyzer) {
    if (analyzer.type !== 'ACCOUNT' && analyzer.type !== 'ORGANIZATION')
      return notApplicable({ en: 'It does not look for access from outside', ja: '外部アクセスのアナライザーではありません' });
    const { activeFindings } = analyzer;
    if (activeFindings === 0) return pass();
    return fail(
      {
        en: `Analyzer ${analyzer.name} has ${activeFindings} open findings or more`,
        ja: `アナライザー ${analyzer.name} に未対応の検出結果が ${activeFindings} 件以上あります`,
      },
      { at: ['activeFindings'] },
    );
  },
  examples: [
    fails('a bucket', { live: analyzer(['arn:aws:s3:::orders-bucket']) }),
    passes('none', { live: analyzer([]) }),
    isNotApplicable('of unused access', { live: analyzer(['arn:aws:iam::123456789012:role/old'], 'ACCOUNT_UNUSED_ACCESS') }),
    isUnknown('findings may not be listed', { live: analyzer([]).slice(0, 1) }),
  ],
});
