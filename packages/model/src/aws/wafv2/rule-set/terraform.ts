import type { BlockReader, Leaf, ListNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, explicit, object } from '../../../code/index.ts';
import type { WafRuleSet, WafRule } from './shape.ts';

export const terraform = defineTerraform<WafRuleSet>({
  types: [
    'aws_wafv2_web_acl',
    'aws_wafv2_rule_group',
    'aws_waf_web_acl',
    'aws_wafregional_web_acl',
    'aws_waf_rule_group',
    'aws_wafregional_rule_group',
  ],
  identity: ['name'],
  read: (set) => ({
    rules: rules(set),
  }),
});

function rules(set: BlockReader): ListNode<WafRule> {
  const [current, classic, activated] = ['rule', 'rules', 'activated_rule'].map((type) => set.list<WafRule>(type, rule));
  if (!current || !classic || !activated) return { node: 'list', items: [], rest: null, place: set.place };
  const items = [...current.items, ...classic.items, ...activated.items];
  return { ...current, items, rest: current.rest ?? classic.rest ?? activated.rest };
}

function rule(block: BlockReader): NodeOf<WafRule> {
  return object<WafRule>({ label: block.string('name'), hasAction: hasAction(block, ['action', 'override_action']) }, block.place);
}

/** A rule group brings its own actions. An action that is written as an empty block says nothing. */
function hasAction(block: BlockReader, names: readonly string[]): Leaf<boolean> {
  const statement = block.block('statement');
  for (const group of ['managed_rule_group_statement', 'rule_group_reference_statement'])
    if (statement.block(group).exists) return statement.has(group);
  for (const name of names) {
    const own = block.block(name);
    if (own.exists) return own.uncertain ? block.has(name) : says(own);
  }
  return block.has('action');
}

function says(action: BlockReader): Leaf<boolean> {
  for (const name of ['type', 'allow', 'block', 'count', 'captcha', 'challenge', 'none']) {
    if (action.value(name) !== undefined) return action.isSet(name);
    if (action.block(name).exists) return action.has(name);
  }
  return explicit(false, action.place);
}
