/** Answers of AWS WAF Classic for CloudFront, in the words of CloudFormation. Source: AWS WAF Classic API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, itemsAt, lookUp, Missing, textOf } from '../../live/index.ts';

export const live: readonly LiveSource[] = [{ call: 'waf:ListWebACLs', items: 'WebACLs', types: ['AWS::WAF::WebACL'], declare: webAcl }];

function webAcl(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'WebACLId'), textOf(item, 'Name')];
  if (id === undefined) return null;
  const arn = `arn:${context.partition}:waf::${context.account}:webacl/${id}`;
  const logging = lookUp(context, { call: 'waf:ListLoggingConfigurations', items: 'LoggingConfigurations', key: 'ResourceArn' }, arn);
  return {
    type: 'AWS::WAF::WebACL',
    id: arn,
    name: name ?? id,
    names: [id],
    ...described(
      context.answer('waf:GetWebACL', { WebACLId: id }, ['WAFNonexistentItemException']),
      (json) => ({ Rules: itemsAt(json, 'WebACL.Rules') }),
      { Name: name, IsLogged: logging instanceof Missing ? logging : itemsAt(logging, 'LogDestinationConfigs').length > 0 },
    ),
  };
}
