import type { ListNode } from '../../../code/index.ts';
import { BlockReader, defineTerraform, object, structureOf, unresolved } from '../../../code/index.ts';
import type { ApprovalRuleTemplate, ApprovalRule } from './shape.ts';

export const terraform = defineTerraform<ApprovalRuleTemplate>({
  types: ['aws_codecommit_approval_rule_template'],
  identity: ['name'],
  read: (template) => ({
    rules: rules(template),
  }),
});

function rules(template: BlockReader): ListNode<ApprovalRule> {
  const value = template.value('content');
  const place = template.placeOf('content');
  const structure = value && structureOf(value);
  const [document] = structure ? BlockReader.ofValue(structure, place).readers : [];
  if (!document)
    return { node: 'list', items: [], rest: unresolved({ code: 'unsupported', detail: 'its content is no JSON object' }, place), place };
  return document.list<ApprovalRule>('Statements', (each) =>
    object<ApprovalRule>({ approvals: each.number('NumberOfApprovalsNeeded') }, each.place),
  );
}
