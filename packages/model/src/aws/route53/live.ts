/** Answers of Amazon Route 53, in the words of CloudFormation; registered domains in those of Terraform. Sources: API references of both, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, itemsAt, jsonAt, lookUp, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  { call: 'route53:ListHostedZones', items: 'HostedZones', types: ['AWS::Route53::HostedZone'], declare: zone },
  {
    call: 'route53:ListResourceRecordSets',
    items: 'ResourceRecordSets',
    types: ['AWS::Route53::RecordSet'],
    after: 'route53:ListHostedZones',
    declare: record,
  },
  { call: 'route53domains:ListDomains', items: 'Domains', types: ['aws_route53domains_registered_domain'], declare: domain },
];

/** Answers end names in the dot of the root. */
function withoutDot(name: string): string {
  return name.replace(/\.$/, '');
}

function zone(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'Id')?.replace('/hostedzone/', '');
  const Name = textOf(item, 'Name');
  if (id === undefined || Name === undefined) return null;
  const isPrivate = jsonAt(item, 'Config.PrivateZone') ?? false;
  const signing = isPrivate === true ? null : context.answer('route53:GetDNSSEC', { HostedZoneId: id }, ['NoSuchHostedZone']);
  const queries = lookUp(context, { call: 'route53:ListQueryLoggingConfigs', items: 'QueryLoggingConfigs', key: 'HostedZoneId' }, id);
  const tags = lookUp(context, { call: 'route53:ListTagsForResources', items: 'ResourceTagSets', key: 'ResourceId' }, id);
  return {
    type: 'AWS::Route53::HostedZone',
    id: `arn:${context.partition}:route53:::hostedzone/${id}`,
    name: withoutDot(Name),
    names: [id],
    properties: {
      Name,
      PrivateZone: isPrivate,
      QueryLogGroupArn: queries instanceof Missing ? queries : textOf(queries, 'CloudWatchLogsLogGroupArn'),
      ServeSignature: whenKnown(signing, (json) => textOf(json, 'Status.ServeSignature')),
      Tags: tags instanceof Missing ? tags : tagPairs(jsonAt(tags, 'Tags')),
    },
  };
}

/** Every zone has these at its top. */
const OF_ZONES = new Set(['NS', 'SOA']);

function isOfZone(zone: string, { name, type }: { readonly name: string; readonly type: string }, context: LiveContext): boolean {
  const zones = context.list('route53:ListHostedZones', 'HostedZones');
  return (
    OF_ZONES.has(type) &&
    zones.some((each) => each instanceof Missing || (textOf(each, 'Id') === `/hostedzone/${zone}` && textOf(each, 'Name') === name))
  );
}

function record(item: Json, context: LiveContext): LiveThing | null {
  const [zone, name, Type] = [textOf(context.request, 'HostedZoneId'), textOf(item, 'Name'), textOf(item, 'Type')];
  if (zone === undefined || name === undefined || Type === undefined || isOfZone(zone, { name, type: Type }, context)) return null;
  const alias = textOf(item, 'AliasTarget.DNSName');
  const values = itemsAt(item, 'ResourceRecords').map((each): LiveValue => {
    const value = jsonAt(each, 'Value');
    return typeof value === 'string' ? withoutDot(value) : value;
  });
  return {
    type: 'AWS::Route53::RecordSet',
    id: [`arn:${context.partition}:route53:::hostedzone/${zone}#${name}`, Type, textOf(item, 'SetIdentifier')].filter(Boolean).join('-'),
    name: withoutDot(name),
    // As states of Terraform call it.
    names: [[zone, withoutDot(name), Type, textOf(item, 'SetIdentifier')].filter(Boolean).join('_')],
    properties: {
      HostedZoneId: zone,
      Name: withoutDot(name),
      Type,
      AliasTarget: alias === undefined ? undefined : { DNSName: withoutDot(alias) },
      ResourceRecords: values.length > 0 ? values : undefined,
    },
  };
}

function domain(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'DomainName');
  if (name === undefined) return null;
  return {
    type: 'aws_route53domains_registered_domain',
    id: `arn:${context.partition}:route53domains::${context.account}:domain/${name}`,
    name,
    ...described(
      context.answer('route53domains:GetDomainDetail', { DomainName: name }),
      (json) => ({ registrant_privacy: jsonAt(json, 'RegistrantPrivacy') ?? false }),
      { domain_name: name, transfer_lock: jsonAt(item, 'TransferLock') ?? false, auto_renew: jsonAt(item, 'AutoRenew') ?? false },
    ),
  };
}
