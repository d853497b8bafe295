import { defineTerraform } from '../../../code/index.ts';
import type { Service } from './shape.ts';

export const terraform = defineTerraform<Service>({
  types: ['azurerm_spring_cloud_service'],
  identity: ['name'],
  read: (service) => ({
    hasSubnet: service.block('network').isSet('service_runtime_subnet_id'),
    sku: service.string('sku_name', { default: 'S0' }),
  }),
});
