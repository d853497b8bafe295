import type { BlockReader, ListItem, ReaderContext } from '../../../terraform/index.ts';
import { byDefault, defineTerraform, object } from '../../../terraform/index.ts';
import type { Listener, LoadBalancer } from './shape.ts';

export const terraform = defineTerraform<LoadBalancer>({
  types: ['aws_lb', 'aws_alb'],
  satellites: { aws_lb_listener: 'load_balancer_arn', aws_alb_listener: 'load_balancer_arn' },
  lonelySatellites: 'each',
  identity: ['name', 'arn'],
  read: (balancer, context) => ({
    type: balancer.string('load_balancer_type', { default: 'application' }),
    accessLogs: balancer.block('access_logs').boolean('enabled', { default: false }),
    listeners: { node: 'list', items: listeners(context), rest: null, place: balancer.place },
  }),
});

function listeners(context: ReaderContext): readonly ListItem<Listener>[] {
  const blocks = [...context.satellites('aws_lb_listener'), ...context.satellites('aws_alb_listener')];
  return blocks.map((block) => ({ node: listener(block), uncertain: block.uncertain }));
}

function listener(block: BlockReader): ListItem<Listener>['node'] {
  const action = block.block('default_action');
  // Only gateway load balancers have listeners without a protocol; for the others it must be written or is HTTP.
  const isGateway = block.value('protocol') === undefined && block.value('port') === undefined;
  return object<Listener>(
    {
      protocol: isGateway ? byDefault('GENEVE', block.place) : block.string('protocol', { default: 'HTTP' }),
      port: block.string('port'),
      tlsPolicy: block.string('ssl_policy', { default: 'ELBSecurityPolicy-2016-08' }),
      action: action.string('type'),
      redirectProtocol: action.block('redirect').string('protocol', { default: '#{protocol}' }),
    },
    block.place,
  );
}
