import { defineTerraform } from '../../../code/index.ts';
import type { ServicePerimeter } from './shape.ts';

export const terraform = defineTerraform<ServicePerimeter>({
  types: ['google_access_context_manager_service_perimeter'],
  identity: ['name'],
  read: (block) => ({
    restrictedServices: block.block('status').strings('restricted_services'),
  }),
});
