import { defineArm } from '../../../code/index.ts';
import type { Plan } from './shape.ts';

export const arm = defineArm<Plan>({
  types: ['Microsoft.Web/serverfarms'],
  identity: ['name'],
  read: (plan) => ({
    sku: plan.block('sku').string('name'),
    workers: plan.block('sku').number('capacity', { default: 1 }),
    isZoneRedundant: plan.block('properties').boolean('zoneRedundant', { default: false }),
  }),
});
