import { defineCloudFormation, object } from '../../../code/index.ts';
import { someExists } from '../../core/account/some-exists.ts';
import type { BackupPlan, BackupRule } from './shape.ts';

export const cloudformation = defineCloudFormation<BackupPlan>({
  types: ['AWS::Backup::BackupPlan'],
  read(resource, context) {
    const plan = resource.block('BackupPlan');
    return {
      rules: plan.list<BackupRule>('BackupPlanRule', (rule) => object<BackupRule>({ copies: rule.has('CopyActions') }, rule.place)),
      isRestoreTested: someExists(context.all('AWS::Backup::RestoreTestingPlan'), resource.place),
      isReported: someExists(context.all('AWS::Backup::ReportPlan'), resource.place),
    };
  },
});
