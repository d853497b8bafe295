import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { ClassicWebAcl, ClassicRule } from './shape.ts';

export const terraform = defineTerraform<ClassicWebAcl>({
  types: ['aws_waf_web_acl', 'aws_wafregional_web_acl'],
  identity: ['name'],
  read: (acl) => ({
    isLogged: acl.block('logging_configuration').isSet('log_destination'),
    rules: rules(acl),
  }),
});

function rules(acl: BlockReader): ListNode<ClassicRule> {
  const rule = (block: BlockReader): NodeOf<ClassicRule> => object<ClassicRule>({ hasRule: block.isSet('rule_id') }, block.place);
  const plural = acl.list<ClassicRule>('rules', rule);
  const singular = acl.list<ClassicRule>('rule', rule);
  return { ...plural, items: [...plural.items, ...singular.items], rest: plural.rest ?? singular.rest };
}
