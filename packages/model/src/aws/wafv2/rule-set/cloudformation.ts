import type { BlockReader, Leaf, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, explicit, object } from '../../../code/index.ts';
import type { WafRuleSet, WafRule } from './shape.ts';

export const cloudformation = defineCloudFormation<WafRuleSet>({
  types: ['AWS::WAFv2::WebACL', 'AWS::WAFv2::RuleGroup', 'AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'],
  identity: ['Name'],
  read: (set) => ({
    rules: set.list<WafRule>('Rules', rule),
  }),
});

function rule(block: BlockReader): NodeOf<WafRule> {
  return object<WafRule>({ label: block.string('Name'), hasAction: hasAction(block) }, block.place);
}

/** A rule group brings its own actions. */
function hasAction(block: BlockReader): Leaf<boolean> {
  const statement = block.block('Statement');
  for (const group of ['ManagedRuleGroupStatement', 'RuleGroupReferenceStatement'])
    if (statement.block(group).exists) return statement.has(group);
  for (const name of ['Action', 'OverrideAction']) {
    const own = block.block(name);
    if (own.exists) return own.uncertain ? block.has(name) : says(own);
  }
  return block.has('Action');
}

function says(action: BlockReader): Leaf<boolean> {
  for (const name of ['Type', 'Allow', 'Block', 'Count', 'Captcha', 'Challenge', 'None'])
    if (action.value(name) !== undefined) return explicit(true, action.place);
  return explicit(false, action.place);
}
