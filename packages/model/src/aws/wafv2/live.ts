/** Answers of AWS WAF, in the words of CloudFormation. Source: AWS WAFV2 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, itemsAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

const ASSOCIATION = 'AWS::WAFv2::WebACLAssociation';
const LOGGING = 'AWS::WAFv2::LoggingConfiguration';
const ABSENT = ['WAFNonexistentItemException'];

/** Where a web ACL belongs, and which of the collector's services asked for it. */
interface Side {
  readonly service: string;
  readonly scope: 'REGIONAL' | 'CLOUDFRONT';
}

const sides: readonly Side[] = [
  { service: 'wafv2', scope: 'REGIONAL' },
  { service: 'wafv2-cloudfront', scope: 'CLOUDFRONT' },
];

export const live: readonly LiveSource[] = [
  ...sides.flatMap((side): readonly LiveSource[] => [
    {
      call: `${side.service}:ListWebACLs`,
      items: 'WebACLs',
      types: ['AWS::WAFv2::WebACL'],
      declare: (item, context) => aboutRules(item, 'WebACL', { side, context }),
    },
    {
      call: `${side.service}:ListRuleGroups`,
      items: 'RuleGroups',
      types: ['AWS::WAFv2::RuleGroup'],
      declare: (item, context) => aboutRules(item, 'RuleGroup', { side, context }),
    },
    { call: `${side.service}:ListLoggingConfigurations`, items: 'LoggingConfigurations', types: [LOGGING], declare: logging },
  ]),
  {
    call: 'wafv2:ListResourcesForWebACL',
    items: 'ResourceArns',
    types: [ASSOCIATION],
    after: 'wafv2:ListWebACLs',
    absent: ABSENT,
    declare: association,
  },
];

interface Where {
  readonly side: Side;
  readonly context: LiveContext;
}

function aboutRules(item: Json, kind: 'WebACL' | 'RuleGroup', { side, context }: Where): readonly LiveThing[] {
  const [Name, Id, ARN] = [textOf(item, 'Name'), textOf(item, 'Id'), textOf(item, 'ARN')];
  if (Name === undefined || Id === undefined || ARN === undefined) return [];
  const details = context.answer(`${side.service}:Get${kind}`, { Name, Scope: side.scope, Id }, ABSENT);
  const tags = context.answer(`${side.service}:ListTagsForResource`, { ResourceARN: ARN }, ABSENT);
  const Tags = whenKnown(tags, (json) => tagPairs(itemsAt(json, 'TagInfoForResource.TagList')));
  const own: LiveThing = {
    type: `AWS::WAFv2::${kind}`,
    id: ARN,
    name: Name,
    names: [Id],
    ...described(details, (json) => ({ Rules: itemsAt(json, `${kind}.Rules`) }), { Name, Scope: side.scope, Tags }),
  };
  return [own];
}

/** Stages and GraphQL APIs say themselves what protects them; distributions name their web ACL. */
function association(resource: Json, { request }: LiveContext): LiveThing | null {
  const WebACLArn = textOf(request, 'WebACLArn');
  if (typeof resource !== 'string' || WebACLArn === undefined) return null;
  return { type: ASSOCIATION, id: `${WebACLArn}#${resource}`, properties: { ResourceArn: resource, WebACLArn } };
}

function logging(item: Json): LiveThing | null {
  const arn = textOf(item, 'ResourceArn');
  if (arn === undefined) return null;
  const LogDestinationConfigs = itemsAt(item, 'LogDestinationConfigs');
  return { type: LOGGING, id: `${arn}#logging`, properties: { ResourceArn: arn, LogDestinationConfigs } };
}
