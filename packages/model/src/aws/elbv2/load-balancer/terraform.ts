import type { BlockReader, Leaf, ListItem, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { Listener, LoadBalancer } from './shape.ts';

export const terraform = defineTerraform<LoadBalancer>({
  types: ['aws_lb', 'aws_alb'],
  satellites: { aws_lb_listener: 'load_balancer_arn', aws_alb_listener: 'load_balancer_arn' },
  lonelySatellites: 'each',
  identity: ['name', 'arn'],
  read: (balancer, context) => ({
    type: balancer.string('load_balancer_type', { default: 'application' }),
    accessLogs: balancer.block('access_logs').boolean('enabled', { default: false }),
    isInternal: balancer.boolean('internal', { default: false }),
    deletionProtection: balancer.boolean('enable_deletion_protection', { default: false }),
    dropsInvalidHeaders: balancer.boolean('drop_invalid_header_fields', { default: false }),
    desyncMode: balancer.string('desync_mitigation_mode', { default: 'defensive' }),
    crossZone: balancer.boolean('enable_cross_zone_load_balancing', { default: false }),
    subnets: subnets(balancer),
    hasWebAcl: webAcl(balancer, context),
    listeners: { node: 'list', items: listeners(balancer, context), rest: null, place: balancer.place },
  }),
});

function listeners(balancer: BlockReader, context: ReaderContext): readonly ListItem<Listener>[] {
  const blocks = [...context.satellites('aws_lb_listener'), ...context.satellites('aws_alb_listener')];
  return blocks.map((block) => ({ node: listener(block, balancer), uncertain: block.uncertain }));
}

function listener(block: BlockReader, balancer: BlockReader): ListItem<Listener>['node'] {
  const action = block.block('default_action');
  // Listeners of gateway load balancers have neither protocol nor port; when the balancer is not in this code, that is how to tell.
  const type = balancer.string('load_balancer_type', { default: 'application' });
  const isGateway =
    type.value === undefined ? block.value('protocol') === undefined && block.value('port') === undefined : type.value === 'gateway';
  return object<Listener>(
    {
      protocol: isGateway ? byDefault('GENEVE', block.place) : upper(block.string('protocol', { default: 'HTTP' })),
      port: block.string('port'),
      tlsPolicy: block.string('ssl_policy', { default: 'ELBSecurityPolicy-2016-08' }),
      action: action.string('type'),
      redirectProtocol: upper(action.block('redirect').string('protocol', { default: '#{PROTOCOL}' })),
    },
    block.place,
  );
}

/** Elastic addresses are given to subnets in blocks. */
function subnets(balancer: BlockReader): ListNode<string> {
  const mapped = balancer.list<string>('subnet_mapping', (each) => each.text('subnet_id', { required: true }));
  const plain = balancer.strings('subnets');
  return { ...plain, items: [...plain.items, ...mapped.items], rest: plain.rest ?? mapped.rest };
}

/** O(associations) for each balancer: an account has at most 50 of a kind (quota). */
function webAcl(balancer: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!balancer.resource) return balancer.boolean('internal', { default: false }); // a stub: nothing of it is known
  const association = ['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association']
    .flatMap((type) => context.all(type))
    .find((each) => context.targets(each.value('resource_arn'), ['aws_lb', 'aws_alb']).some((one) => one.resource === balancer.resource));
  if (!association) return byDefault(false, balancer.place);
  const detail = 'it is not known whether the association exists';
  return association.uncertain ? unresolved({ code: 'computed', detail }, association.place) : explicit(true, association.place);
}

/** The provider takes protocols in either case. */
function upper(leaf: Leaf<string>): Leaf<string> {
  return leaf.value === undefined ? leaf : { ...leaf, value: leaf.value.toUpperCase() };
}
