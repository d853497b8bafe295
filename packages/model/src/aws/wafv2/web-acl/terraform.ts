import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { WebAcl, WebAclRule, ChangedRule } from './shape.ts';

export const terraform = defineTerraform<WebAcl>({
  types: ['aws_wafv2_web_acl'],
  satellites: { aws_wafv2_web_acl_logging_configuration: 'resource_arn' },
  identity: ['name', 'arn'],
  lonelySatellites: 'ignored',
  read: (acl, context) => ({
    rules: rules(acl),
    isLogged: context.satellite('aws_wafv2_web_acl_logging_configuration').isSet('log_destination_configs'),
  }),
});

/** Rules that are written as JSON text are not read. */
function rules(acl: BlockReader): ListNode<WebAclRule> {
  const blocks = acl.list<WebAclRule>('rule', rule);
  if (!acl.value('rule_json')) return blocks;
  return { ...blocks, rest: unresolved({ code: 'unsupported', detail: 'rule_json is not read' }, acl.placeOf('rule_json')) };
}

function rule(block: BlockReader): NodeOf<WebAclRule> {
  const group = block.block('statement').block('managed_rule_group_statement');
  return object<WebAclRule>(
    {
      managedGroup: group.string('name'),
      onlyCounts: block.block('override_action').has('count'),
      changedRules: changedRules(group),
      hasStatement: block.has('statement'),
    },
    block.place,
  );
}

function changedRules(group: BlockReader): ListNode<ChangedRule> {
  const excluded = group.list<ChangedRule>('excluded_rule', (each) =>
    object<ChangedRule>({ rule: each.string('name'), blocks: explicit(false, each.place) }, each.place),
  );
  const overridden = group.list<ChangedRule>('rule_action_override', (each) =>
    object<ChangedRule>({ rule: each.string('name'), blocks: each.block('action_to_use').has('block') }, each.place),
  );
  return { ...excluded, items: [...excluded.items, ...overridden.items], rest: excluded.rest ?? overridden.rest };
}
