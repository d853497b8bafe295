import type { BlockReader, Leaf, ListItem, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, mapLeaf, object, unresolved } from '../../../code/index.ts';
import type { Listener, LoadBalancer } from './shape.ts';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

/** Source: CloudFormation template reference of load balancer and listener; Elastic Load Balancing User Guide, "Attributes"; read 2026-11-22. */
export const cloudformation = defineCloudFormation<LoadBalancer>({
  types: [BALANCER],
  satellites: { [LISTENER]: 'LoadBalancerArn' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['Name'],
  read: (balancer, context) => ({
    type: balancer.string('Type', { default: 'application' }),
    accessLogs: flag(balancer, 'access_logs.s3.enabled'),
    isInternal: mapLeaf(balancer.string('Scheme', { default: 'internet-facing' }), (scheme) => scheme === 'internal'),
    deletionProtection: flag(balancer, 'deletion_protection.enabled'),
    dropsInvalidHeaders: flag(balancer, 'routing.http.drop_invalid_header_fields.enabled'),
    desyncMode: attribute(balancer, 'routing.http.desync_mitigation_mode', 'defensive'),
    crossZone: flag(balancer, 'load_balancing.cross_zone.enabled'),
    subnets: subnets(balancer),
    hasWebAcl: webAcl(balancer, context),
    listeners: {
      node: 'list',
      items: context.satellites(LISTENER).map((block) => ({ node: listener(block, balancer), uncertain: block.uncertain })),
      rest: null,
      place: balancer.place,
    },
  }),
});

/** One of `LoadBalancerAttributes`, a list of keys and values. */
function attribute(balancer: BlockReader, key: string, fallback: string): Leaf<string> {
  const { entries, rest, place } = balancer.pairs('LoadBalancerAttributes');
  const written = entries.get(key);
  if (written) return written;
  return rest ?? byDefault(fallback, place);
}

function flag(balancer: BlockReader, key: string): Leaf<boolean> {
  return mapLeaf(attribute(balancer, key, 'false'), (value) => value.toLowerCase() === 'true');
}

function listener(block: BlockReader, balancer: BlockReader): ListItem<Listener>['node'] {
  const action = block.block('DefaultActions');
  const type = balancer.string('Type', { default: 'application' });
  const isGateway =
    type.value === undefined ? block.value('Protocol') === undefined && block.value('Port') === undefined : type.value === 'gateway';
  return object<Listener>(
    {
      protocol: isGateway ? byDefault('GENEVE', block.place) : block.string('Protocol', { default: 'HTTP' }),
      port: block.string('Port'),
      tlsPolicy: block.string('SslPolicy', { default: 'ELBSecurityPolicy-2016-08' }),
      action: action.string('Type'),
      redirectProtocol: action.block('RedirectConfig').string('Protocol', { default: '#{PROTOCOL}' }),
    },
    block.place,
  );
}

function subnets(balancer: BlockReader): ListNode<string> {
  const mapped = balancer.list<string>('SubnetMappings', (each) => each.text('SubnetId', { required: true }));
  const plain = balancer.strings('Subnets');
  return { ...plain, items: [...plain.items, ...mapped.items], rest: plain.rest ?? mapped.rest };
}

function webAcl(balancer: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!balancer.resource) return balancer.boolean('Scheme', { default: false }); // a stub: nothing of it is known
  const association = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation']
    .flatMap((type) => context.all(type))
    .find((each) => context.targets(each.value('ResourceArn'), [BALANCER]).some((one) => one.resource === balancer.resource));
  if (!association) return byDefault(false, balancer.place);
  const detail = 'it is not known whether the association exists';
  return association.uncertain ? unresolved({ code: 'computed', detail }, association.place) : explicit(true, association.place);
}
