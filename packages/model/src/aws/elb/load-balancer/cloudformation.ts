import type { BlockReader, Leaf, ObjectNode } from '../../../code/index.ts';
import { defineCloudFormation, object, outside } from '../../../code/index.ts';
import type { ClassicListener, ClassicLoadBalancer } from './shape.ts';

export const cloudformation = defineCloudFormation<ClassicLoadBalancer>({
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  identity: ['LoadBalancerName'],
  read: (balancer) => ({
    listeners: balancer.list<ClassicListener>('Listeners', listener),
    accessLogs: balancer.block('AccessLoggingPolicy').boolean('Enabled', { default: false }),
    crossZone: balancer.boolean('CrossZone', { default: false }),
    connectionDraining: balancer.block('ConnectionDrainingPolicy').boolean('Enabled', { default: false }),
    desyncMode: outside('CloudFormation has no such property', balancer.place),
    zones: balancer.value('Subnets') ? balancer.strings('Subnets') : balancer.strings('AvailabilityZones'),
  }),
});

function listener(block: BlockReader): ObjectNode<ClassicListener> {
  return object<ClassicListener>(
    {
      protocol: upper(block.string('Protocol', { required: true })),
      port: block.string('LoadBalancerPort'),
      hasCertificate: block.isSet('SSLCertificateId'),
    },
    block.place,
  );
}

/** CloudFormation takes protocols in either case. */
function upper(leaf: Leaf<string>): Leaf<string> {
  return leaf.value === undefined ? leaf : { ...leaf, value: leaf.value.toUpperCase() };
}
