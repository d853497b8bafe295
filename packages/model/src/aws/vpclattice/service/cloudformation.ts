import { defineCloudFormation } from '../../../code/index.ts';
import type { LatticeService } from './shape.ts';

export const cloudformation = defineCloudFormation<LatticeService>({
  types: ['AWS::VpcLattice::Service', 'AWS::VpcLattice::ServiceNetwork'],
  identity: ['Name'],
  read: (service) => ({
    authType: service.string('AuthType', { default: 'NONE' }),
  }),
});
