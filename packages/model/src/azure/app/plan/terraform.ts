import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { writtenName } from '../../core/index.ts';
import type { Plan } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_service_plan and of azurerm_app_service_plan (version 3), read 2026-11-22. */
export const terraform = defineTerraform<Plan>({
  types: ['azurerm_service_plan', 'azurerm_app_service_plan'],
  identity: ['name'],
  read: (plan) => ({
    sku: isOld(plan) ? plan.block('sku').string('size') : plan.string('sku_name'),
    workers: workers(plan),
    isZoneRedundant: plan.boolean(writtenName(plan, 'zone_balancing_enabled', 'zone_redundant'), { default: false }),
  }),
});

function isOld(plan: BlockReader): boolean {
  return plan.resource?.type === 'azurerm_app_service_plan';
}

function workers(plan: BlockReader): Leaf<number> {
  return isOld(plan) ? plan.block('sku').number('capacity', { default: 1 }) : plan.number('worker_count', { default: 1 });
}
