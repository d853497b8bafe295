import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { BackupPlan, BackupRule } from './shape.ts';

export const terraform = defineTerraform<BackupPlan>({
  types: ['aws_backup_plan'],
  identity: ['name'],
  read: (plan, context) => ({
    rules: plan.list<BackupRule>('rule', (rule) => object<BackupRule>({ copies: rule.has('copy_action') }, rule.place)),
    isRestoreTested: someOf(context.all('aws_backup_restore_testing_plan'), plan),
  }),
});

function someOf(tests: readonly BlockReader[], plan: BlockReader): Leaf<boolean> {
  const certain = tests.find((test) => !test.uncertain);
  if (certain) return explicit(true, certain.place);
  const [open] = tests;
  return open
    ? unresolved({ code: 'computed', detail: 'it is not known whether it is created' }, open.place)
    : byDefault(false, plan.place);
}
