import { byDefault, defineCloudFormation, explicit, unresolved } from '../../../code/index.ts';
import type { Vault } from './shape.ts';

/** Source: CloudFormation template reference, AWS::Backup::BackupVault and BackupPlan, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Vault>({
  types: ['AWS::Backup::BackupVault'],
  identity: ['BackupVaultName'],
  read(vault, context) {
    const plans = context.all('AWS::Backup::BackupPlan');
    const certain = plans.find(
      (plan) =>
        !plan.uncertain &&
        plan
          .block('BackupPlan')
          .blocks('BackupPlanRule')
          .readers.some((rule) => !rule.uncertain),
    );
    const [any] = plans;
    const open = any && unresolved<boolean>({ code: 'computed', detail: 'it is not known whether the plan has a rule' }, any.place);
    return {
      hasPlan: certain ? explicit(true, certain.place) : (open ?? byDefault(false, vault.place)),
      hasKmsKey: vault.isSet('EncryptionKeyArn'),
      isLocked: vault.has('LockConfiguration'),
    };
  },
});
