import { defineTerraform, nameOf } from '../../../code/index.ts';
import type { DelegatedAdmin } from './shape.ts';

export const terraform = defineTerraform<DelegatedAdmin>({
  types: [
    'aws_organizations_delegated_administrator',
    'aws_securityhub_organization_admin_account',
    'aws_guardduty_organization_admin_account',
    'aws_macie2_organization_admin_account',
    'aws_inspector2_delegated_admin_account',
  ],
  read(admin) {
    const attributes = ['account_id', 'admin_account_id', 'delegated_admin_account_id'];
    return { account: nameOf(admin, attributes.find((attribute) => admin.value(attribute)) ?? 'account_id') };
  },
});
