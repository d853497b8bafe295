import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SqlAlertPolicy } from './shape.ts';

export const terraform = defineTerraform<SqlAlertPolicy>({
  types: ['azurerm_mssql_server_security_alert_policy'],
  read(policy): FieldsOf<SqlAlertPolicy> {
    return {
      disabledAlerts: policy.strings('disabled_alerts'),
      emails: policy.strings('email_addresses'),
      tellsAdmins: policy.boolean('email_account_admins', { default: false }),
    };
  },
});
