/** Answers about load balancers and target groups, in the words of CloudFormation. Source: Elastic Load Balancing API reference (2015-12-01), read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, lookUp, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

export const live: readonly LiveSource[] = [
  {
    call: 'elbv2:DescribeLoadBalancers',
    items: 'LoadBalancers',
    types: ['AWS::ElasticLoadBalancingV2::LoadBalancer', LISTENER],
    declare: balancer,
  },
  {
    call: 'elbv2:DescribeRules',
    items: 'Rules',
    types: ['AWS::ElasticLoadBalancingV2::ListenerRule'],
    after: ['elbv2:DescribeLoadBalancers', 'elbv2:DescribeListeners'],
    absent: ['ListenerNotFoundException'],
    declare: rule,
  },
  {
    call: 'elbv2:DescribeTargetGroups',
    items: 'TargetGroups',
    types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    declare: targetGroup,
  },
];

function balancer(item: Json, context: LiveContext): readonly LiveThing[] {
  const [arn, name] = [textOf(item, 'LoadBalancerArn'), textOf(item, 'LoadBalancerName')];
  if (arn === undefined || name === undefined) return [];
  const own: LiveThing = {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    id: arn,
    name,
    names: [textOf(item, 'DNSName') ?? name],
    properties: {
      Name: name,
      Type: textOf(item, 'Type'),
      Scheme: textOf(item, 'Scheme'),
      IpAddressType: textOf(item, 'IpAddressType'),
      Subnets: itemsAt(item, 'AvailabilityZones').map((zone) => textOf(zone, 'SubnetId')),
      SecurityGroups: itemsAt(item, 'SecurityGroups'),
      LoadBalancerAttributes: whenKnown(context.answer('elbv2:DescribeLoadBalancerAttributes', { LoadBalancerArn: arn }), (json) =>
        itemsAt(json, 'Attributes'),
      ),
      Tags: tags(arn, context),
    },
  };
  return [own, ...listeners(arn, context)];
}

function listeners(balancer: string, context: LiveContext): readonly LiveThing[] {
  const answer = context.answer('elbv2:DescribeListeners', { LoadBalancerArn: balancer }, ['LoadBalancerNotFoundException']);
  // Whether there are any is not known: one of which nothing is known stands for them.
  if (answer instanceof Missing)
    return [{ type: LISTENER, id: `${balancer}#listeners`, properties: { LoadBalancerArn: balancer }, rest: answer }];
  return itemsAt(answer, 'Listeners').flatMap((listener): readonly LiveThing[] => {
    const id = textOf(listener, 'ListenerArn');
    if (id === undefined) return [];
    const { Protocol, Port, SslPolicy, DefaultActions } = {
      Protocol: textOf(listener, 'Protocol'),
      Port: jsonAt(listener, 'Port'),
      SslPolicy: textOf(listener, 'SslPolicy'),
      DefaultActions: itemsAt(listener, 'DefaultActions'),
    };
    return [{ type: LISTENER, id, properties: { LoadBalancerArn: balancer, Protocol, Port, SslPolicy, DefaultActions } }];
  });
}

/** The default action is the listener's. */
function rule(item: Json, { request }: LiveContext): LiveThing | null {
  const [id, ListenerArn] = [textOf(item, 'RuleArn'), textOf(request, 'ListenerArn')];
  if (id === undefined || ListenerArn === undefined || jsonAt(item, 'IsDefault') === true) return null;
  const [Priority, Conditions, Actions] = [textOf(item, 'Priority'), itemsAt(item, 'Conditions'), itemsAt(item, 'Actions')];
  return { type: 'AWS::ElasticLoadBalancingV2::ListenerRule', id, properties: { ListenerArn, Priority, Conditions, Actions } };
}

function targetGroup(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'TargetGroupArn'), textOf(item, 'TargetGroupName')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    id: arn,
    name: name ?? arn,
    properties: {
      Name: name,
      Protocol: textOf(item, 'Protocol'),
      TargetType: textOf(item, 'TargetType'),
      Port: jsonAt(item, 'Port'),
      HealthCheckEnabled: jsonAt(item, 'HealthCheckEnabled'),
      HealthCheckPath: textOf(item, 'HealthCheckPath'),
      LoadBalancerArns: itemsAt(item, 'LoadBalancerArns'),
      Targets: whenKnown(context.answer('elbv2:DescribeTargetHealth', { TargetGroupArn: arn }, ['TargetGroupNotFoundException']), (json) =>
        itemsAt(json, 'TargetHealthDescriptions[].Target').map((each) => ({ Id: textOf(each, 'Id'), Port: jsonAt(each, 'Port') })),
      ),
      Tags: tags(arn, context),
    },
  };
}

function tags(arn: string, context: LiveContext): LiveValue {
  const found = lookUp(context, { call: 'elbv2:DescribeTags', items: 'TagDescriptions', key: 'ResourceArn' }, arn);
  return found instanceof Missing ? found : tagPairs(jsonAt(found, 'Tags'));
}
