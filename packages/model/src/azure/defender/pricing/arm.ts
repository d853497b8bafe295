import { defineArm } from '../../../code/index.ts';
import type { Pricing } from './shape.ts';

/** The name of the resource is the plan. */
export const arm = defineArm<Pricing>({
  types: ['Microsoft.Security/pricings'],
  identity: ['name'],
  read: (pricing) => ({
    plan: pricing.string('name', { required: true }),
    tier: pricing.block('properties').string('pricingTier', { required: true }),
  }),
});
