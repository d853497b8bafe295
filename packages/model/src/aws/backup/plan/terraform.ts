import { defineTerraform, object } from '../../../code/index.ts';
import { someExists } from '../../core/account/some-exists.ts';
import type { BackupPlan, BackupRule } from './shape.ts';

export const terraform = defineTerraform<BackupPlan>({
  types: ['aws_backup_plan'],
  identity: ['name'],
  read: (plan, context) => ({
    rules: plan.list<BackupRule>('rule', (rule) => object<BackupRule>({ copies: rule.has('copy_action') }, rule.place)),
    isRestoreTested: someExists(context.all('aws_backup_restore_testing_plan'), plan.place),
    isReported: someExists(context.all('aws_backup_report_plan'), plan.place),
  }),
});
