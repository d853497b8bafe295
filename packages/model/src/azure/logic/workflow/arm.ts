import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasElements, hasIdentity } from '../../core/index.ts';
import type { LogicWorkflow } from './shape.ts';

export const arm = defineArm<LogicWorkflow>({
  types: ['Microsoft.Logic/workflows'],
  identity: ['name'],
  read(workflow): FieldsOf<LogicWorkflow> {
    const properties = workflow.block('properties');
    return {
      limitsCallers: hasElements(properties.block('accessControl').block('triggers'), 'allowedCallerIpAddresses'),
      identity: hasIdentity(workflow),
    };
  },
});
