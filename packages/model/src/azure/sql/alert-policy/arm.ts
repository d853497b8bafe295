import type { FieldsOf, ListNode } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isEnabled } from '../../core/index.ts';
import type { SqlAlertPolicy } from './shape.ts';

export const arm = defineArm<SqlAlertPolicy>({
  types: ['Microsoft.Sql/servers/securityAlertPolicies', 'Microsoft.Sql/servers/databases/securityAlertPolicies'],
  read(policy): FieldsOf<SqlAlertPolicy> {
    const properties = policy.block('properties');
    return {
      disabledAlerts: withoutEmpty(properties.strings('disabledAlerts')),
      emails: withoutEmpty(properties.strings('emailAddresses')),
      tellsAdmins: isEnabled(properties, 'emailAccountAdmins', false),
    };
  },
});

/** Exported templates hold one empty text where there is nothing. */
function withoutEmpty(texts: ListNode<string>): ListNode<string> {
  return { ...texts, items: texts.items.filter(({ node }) => node.node !== 'leaf' || node.value !== '') };
}
