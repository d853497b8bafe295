import { defineArm } from '../../../code/index.ts';
import type { Setting } from './shape.ts';

export const arm = defineArm<Setting>({
  types: ['Microsoft.Security/settings'],
  identity: ['name'],
  read: (setting) => ({
    product: setting.string('name', { required: true }),
    isEnabled: setting.block('properties').boolean('enabled', { default: false }),
  }),
});
