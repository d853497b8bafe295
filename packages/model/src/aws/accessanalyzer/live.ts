/** Answers of the Access Analyzer API → analyzers, in the words of CloudFormation. Source: IAM Access Analyzer API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'accessanalyzer:ListAnalyzers', items: 'analyzers', types: ['AWS::AccessAnalyzer::Analyzer'], declare: analyzer },
];

function analyzer(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'arn'), textOf(item, 'name')];
  if (arn === undefined || name === undefined) return null;
  const findings = context.answer('accessanalyzer:ListFindingsV2', { analyzerArn: arn, filter: { status: { eq: ['ACTIVE'] } } });
  return {
    type: 'AWS::AccessAnalyzer::Analyzer',
    id: arn,
    name,
    properties: {
      AnalyzerName: name,
      Type: textOf(item, 'type'),
      ActiveFindings: whenKnown(findings, (json) => itemsAt(json, 'findings').length),
      FirstResource: whenKnown(findings, (json) => textOf(itemsAt(json, 'findings')[0], 'resource')),
      Tags: tagPairs(jsonAt(item, 'tags')),
    },
  };
}
