import type { BlockReader, Leaf, ObjectNode } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { ClassicListener, ClassicLoadBalancer } from './shape.ts';

export const terraform = defineTerraform<ClassicLoadBalancer>({
  types: ['aws_elb'],
  identity: ['name'],
  read: (balancer) => ({
    listeners: balancer.list<ClassicListener>('listener', listener),
    accessLogs: balancer.block('access_logs').boolean('enabled', { default: balancer.block('access_logs').exists }),
    crossZone: balancer.boolean('cross_zone_load_balancing', { default: true }),
    connectionDraining: balancer.boolean('connection_draining', { default: false }),
    desyncMode: balancer.string('desync_mitigation_mode', { default: 'defensive' }),
    zones: balancer.value('subnets') ? balancer.strings('subnets') : balancer.strings('availability_zones'),
  }),
});

function listener(block: BlockReader): ObjectNode<ClassicListener> {
  return object<ClassicListener>(
    {
      protocol: upper(block.string('lb_protocol', { required: true })),
      port: block.string('lb_port'),
      hasCertificate: block.isSet('ssl_certificate_id'),
    },
    block.place,
  );
}

/** The provider takes protocols in either case. */
function upper(leaf: Leaf<string>): Leaf<string> {
  return leaf.value === undefined ? leaf : { ...leaf, value: leaf.value.toUpperCase() };
}
