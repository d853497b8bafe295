import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { Vault } from './shape.ts';

export const terraform = defineTerraform<Vault>({
  types: ['aws_backup_vault'],
  satellites: { aws_backup_vault_lock_configuration: 'backup_vault_name' },
  identity: ['name'],
  read(vault, context) {
    const plans = context.all('aws_backup_plan');
    const certain = plans.find((plan) => !plan.uncertain && plan.blocks('rule').readers.some((rule) => !rule.uncertain));
    const [any] = plans;
    const open = any && unresolved<boolean>({ code: 'computed', detail: 'it is not known whether the plan has a rule' }, any.place);
    return {
      hasPlan: certain ? explicit(true, certain.place) : (open ?? byDefault(false, vault.place)),
      hasKmsKey: vault.isSet('kms_key_arn'),
      isLocked: context.satellite('aws_backup_vault_lock_configuration').isSet('backup_vault_name'),
    };
  },
});
