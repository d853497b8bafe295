import { defineArm } from '../../../code/index.ts';
import type { Service } from './shape.ts';

export const arm = defineArm<Service>({
  types: ['Microsoft.AppPlatform/Spring'],
  identity: ['name'],
  read: (service) => ({
    hasSubnet: service.block('properties').block('networkProfile').isSet('serviceRuntimeSubnetId'),
    sku: service.block('sku').string('name', { default: 'S0' }),
  }),
});
