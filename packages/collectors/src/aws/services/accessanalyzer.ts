import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: IAM Access Analyzer API reference, read 2026-11-22. */
export const service = defineService({
  id: 'accessanalyzer',
  load: async () => await import('@aws-sdk/client-accessanalyzer'),
  client: 'AccessAnalyzerClient',
  scope: 'regional',
  prefix: 'access-analyzer',
  calls: [
    {
      operation: 'ListAnalyzers',
      each: {
        items: 'analyzers',
        calls: [
          {
            operation: 'ListFindingsV2',
            input: (analyzer) => ({ analyzerArn: textOf(analyzer, 'arn') ?? null, filter: { status: { eq: ['ACTIVE'] } } }),
            permissions: ['access-analyzer:ListFindings'],
            firstPage: true,
          },
        ],
      },
    },
  ],
});
