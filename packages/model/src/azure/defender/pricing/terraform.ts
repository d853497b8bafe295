import { defineTerraform } from '../../../code/index.ts';
import type { Pricing } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_security_center_subscription_pricing, read 2026-11-22. */
export const terraform = defineTerraform<Pricing>({
  types: ['azurerm_security_center_subscription_pricing'],
  identity: ['resource_type'],
  read: (pricing) => ({
    plan: pricing.string('resource_type', { default: 'VirtualMachines' }),
    tier: pricing.string('tier', { required: true }),
  }),
});
