import { defineTerraform } from '../../../code/index.ts';
import type { Setting } from './shape.ts';

export const terraform = defineTerraform<Setting>({
  types: ['azurerm_security_center_setting'],
  identity: ['setting_name'],
  read: (setting) => ({
    product: setting.string('setting_name', { required: true }),
    isEnabled: setting.boolean('enabled', { default: false }),
  }),
});
