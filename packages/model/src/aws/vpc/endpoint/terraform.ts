import { countOf, defineTerraform, firstPresent, policyOf } from '../../../code/index.ts';
import type { VpcEndpoint } from './shape.ts';

export const terraform = defineTerraform<VpcEndpoint>({
  types: ['aws_vpc_endpoint'],
  satellites: { aws_vpc_endpoint_policy: 'vpc_endpoint_id' },
  identity: ['service_name', 'id'],
  read: (endpoint, context) => ({
    kind: endpoint.string('vpc_endpoint_type', { default: 'Gateway' }),
    subnetCount: countOf(endpoint, 'subnet_ids'),
    policy: policyOf(firstPresent(context.satellite('aws_vpc_endpoint_policy'), endpoint), 'policy'),
  }),
});
