import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasElements, hasIdentity } from '../../core/index.ts';
import type { LogicWorkflow } from './shape.ts';

export const terraform = defineTerraform<LogicWorkflow>({
  types: ['azurerm_logic_app_workflow'],
  identity: ['name'],
  read(workflow): FieldsOf<LogicWorkflow> {
    return {
      limitsCallers: hasElements(workflow.block('access_control').block('trigger'), 'allowed_caller_ip_address_range'),
      identity: hasIdentity(workflow),
    };
  },
});
