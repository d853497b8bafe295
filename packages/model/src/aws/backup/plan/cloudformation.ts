import { byDefault, defineCloudFormation, explicit, object } from '../../../code/index.ts';
import type { BackupPlan, BackupRule } from './shape.ts';

export const cloudformation = defineCloudFormation<BackupPlan>({
  types: ['AWS::Backup::BackupPlan'],
  read(resource, context) {
    const plan = resource.block('BackupPlan');
    const [test] = context.all('AWS::Backup::RestoreTestingPlan');
    return {
      rules: plan.list<BackupRule>('BackupPlanRule', (rule) => object<BackupRule>({ copies: rule.has('CopyActions') }, rule.place)),
      isRestoreTested: test ? explicit(true, test.place) : byDefault(false, resource.place),
    };
  },
});
