/** Answers about classic load balancers, in the words of CloudFormation. Source: Elastic Load Balancing API reference (2012-06-01), read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, lookUp, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'elb:DescribeLoadBalancers',
    items: 'LoadBalancerDescriptions',
    types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
    declare: balancer,
  },
];

const DESYNC = 'elb.http.desyncmitigationmode';

function balancer(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'LoadBalancerName');
  if (name === undefined) return null;
  const { partition, region, account } = context;
  const answer = context.answer('elb:DescribeLoadBalancerAttributes', { LoadBalancerName: name });
  const attribute = (path: string): LiveValue => whenKnown(answer, (json) => jsonAt(json, `LoadBalancerAttributes.${path}`) ?? false);
  const tags = lookUp(context, { call: 'elb:DescribeTags', items: 'TagDescriptions', key: 'LoadBalancerName' }, name);
  const subnets = itemsAt(item, 'Subnets');
  return {
    type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    id: `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${name}`,
    name,
    names: [textOf(item, 'DNSName') ?? name],
    properties: {
      LoadBalancerName: name,
      Scheme: textOf(item, 'Scheme'),
      Listeners: itemsAt(item, 'ListenerDescriptions').map((each) => jsonAt(each, 'Listener')),
      Subnets: subnets.length > 0 ? subnets : undefined,
      AvailabilityZones: itemsAt(item, 'AvailabilityZones'),
      SecurityGroups: itemsAt(item, 'SecurityGroups'),
      Instances: itemsAt(item, 'Instances').flatMap((each) => textOf(each, 'InstanceId') ?? []),
      CrossZone: attribute('CrossZoneLoadBalancing.Enabled'),
      AccessLoggingPolicy: { Enabled: attribute('AccessLog.Enabled') },
      ConnectionDrainingPolicy: { Enabled: attribute('ConnectionDraining.Enabled') },
      DesyncMode: whenKnown(answer, desyncMode),
      Tags: tags instanceof Missing ? tags : tagPairs(jsonAt(tags, 'Tags')),
    },
  };
}

function desyncMode(answer: Json): LiveValue {
  const found = itemsAt(answer, 'LoadBalancerAttributes.AdditionalAttributes').find((each) => textOf(each, 'Key') === DESYNC);
  return textOf(found, 'Value');
}
