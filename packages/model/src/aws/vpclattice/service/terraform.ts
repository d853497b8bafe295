import { defineTerraform } from '../../../code/index.ts';
import type { LatticeService } from './shape.ts';

export const terraform = defineTerraform<LatticeService>({
  types: ['aws_vpclattice_service', 'aws_vpclattice_service_network'],
  identity: ['name'],
  read: (service) => ({
    authType: service.string('auth_type', { default: 'NONE' }),
  }),
});
