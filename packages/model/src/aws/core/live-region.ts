/** Which services watch a region. Each says it in its own way, and each may be refused alone. */
import type { Json, LiveContext, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, Missing, textOf, whenKnown } from '../../live/index.ts';
import { scannedTypes } from '../inspector2/live.ts';
import { macieIsOff } from '../macie/live.ts';

export function regionStatus(context: LiveContext): LiveThing {
  const { account, region, partition } = context;
  const hub = context.answer('securityhub:DescribeHub', {}, ['InvalidAccessException', 'ResourceNotFoundException']);
  const macie = context.answer('macie2:GetMacieSession', {}, macieIsOff);
  return {
    type: 'aws.core.region',
    id: `arn:${partition}:account::${account}:region/${region}`,
    name: region,
    properties: {
      GuardDuty: some(context, { call: 'guardduty:ListDetectors', items: 'DetectorIds' }, (id) =>
        whenKnown(context.answer('guardduty:GetDetector', { DetectorId: id }), (json) => textOf(json, 'Status') === 'ENABLED'),
      ),
      SecurityHub: whenKnown(hub, () => true) ?? false,
      Config: some(
        context,
        { call: 'config:DescribeConfigurationRecorderStatus', items: 'ConfigurationRecordersStatus' },
        (status) => jsonAt(status, 'recording') === true,
      ),
      AccessAnalyzer: some(
        context,
        { call: 'accessanalyzer:ListAnalyzers', items: 'analyzers' },
        (analyzer) => /^(?:ACCOUNT|ORGANIZATION)$/.test(textOf(analyzer, 'type') ?? '') && textOf(analyzer, 'status') === 'ACTIVE',
      ),
      Inspector: some(
        context,
        { call: 'inspector2:BatchGetAccountStatus', items: 'accounts' },
        (status) => scannedTypes(status).length > 0,
      ),
      Macie: whenKnown(macie, (json) => textOf(json, 'status') === 'ENABLED') ?? false,
    },
  };
}

/** True when one of the things is so, unknown when one that nobody could see may be. */
function some(
  context: LiveContext,
  { call, items }: { readonly call: string; readonly items: string },
  isSo: (item: Json) => LiveValue,
): LiveValue {
  const answers = context.list(call, items).map((item) => (item instanceof Missing ? item : isSo(item)));
  return answers.includes(true) || (answers.find((answer) => answer instanceof Missing) ?? false);
}
