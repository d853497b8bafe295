import { countOf, defineCloudFormation, policyOf } from '../../../code/index.ts';
import type { VpcEndpoint } from './shape.ts';

export const cloudformation = defineCloudFormation<VpcEndpoint>({
  types: ['AWS::EC2::VPCEndpoint'],
  identity: ['ServiceName'],
  read: (endpoint) => ({
    kind: endpoint.string('VpcEndpointType', { default: 'Gateway' }),
    subnetCount: countOf(endpoint, 'SubnetIds'),
    policy: policyOf(endpoint, 'PolicyDocument'),
  }),
});
