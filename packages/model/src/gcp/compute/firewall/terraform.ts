import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, remarkOf, stringList, unresolved } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { PortRule } from '../../../net/index.ts';
import { parsePorts } from '../../../net/index.ts';
import { inEffect } from '../denials.ts';
import type { Firewall } from './shape.ts';

/** Source: hashicorp/google provider documentation of google_compute_firewall and the rules of firewall policies, read 2026-11-22. */
export const terraform = defineTerraform<Firewall>({
  types: [
    'google_compute_firewall',
    'google_compute_firewall_policy_rule',
    'google_compute_network_firewall_policy_rule',
    'google_compute_region_network_firewall_policy_rule',
  ],
  identity: ['name', 'rule_name'],
  read: (block, context) => (block.resource?.type === 'google_compute_firewall' ? ruleOfNetwork(block, context) : ruleOfPolicy(block)),
});

function ruleOfNetwork(block: BlockReader, context: ReaderContext): FieldsOf<Firewall> {
  const direction = block.string('direction', { default: 'INGRESS' });
  const denies = block.has('deny');
  return {
    direction,
    isAllow: denies.value === true ? explicit(false, denies.place) : explicit(true, block.block('allow').place),
    isDisabled: block.boolean('disabled', { default: false }),
    rules: inEffect(portRules(block, { layers: 'allow', protocol: 'protocol', cidrs: networkCidrs(block, direction) }), block, context),
    isLogged: legacyLogging(block),
    ruleName: block.string('name'),
    description: block.text('description'),
    remark: remarkOf(block),
  };
}

/** `enable_logging` was the switch before version 3 of the provider. */
function legacyLogging(block: BlockReader): Leaf<boolean> {
  return block.value('enable_logging') ? block.boolean('enable_logging', { default: false }) : block.has('log_config');
}

/** Sources are added up: ranges, tags and accounts. A rule without any of them, or without destinations, is for everybody. */
function networkCidrs(block: BlockReader, direction: Leaf<string>): ListNode<string> {
  const isEgress = direction.value?.toUpperCase() === 'EGRESS';
  const attribute = isEgress ? 'destination_ranges' : 'source_ranges';
  const written = block.value(attribute);
  if (written) return stringList(rangesOfNetworks(written), block.placeOf(attribute));
  const isNarrowed = !isEgress && ['source_tags', 'source_service_accounts'].some((name) => block.value(name));
  if (isNarrowed) return block.strings(attribute);
  if (direction.state === 'unresolved') {
    return {
      ...block.strings(attribute),
      rest: unresolved(direction.reason ?? { code: 'computed', detail: 'its direction is not known' }, direction.place),
    };
  }
  return block.strings(attribute, { default: ['0.0.0.0/0'] });
}

/** The range of a subnet or of a control plane is not known yet, but certainly not the internet: it stays as a text that consists of a hole. */
function rangesOfNetworks(value: Value): Value {
  if (value.kind === 'list' || value.kind === 'set') return { ...value, items: value.items.map(rangesOfNetworks) };
  if (value.kind !== 'unknown' || value.refs.length === 0) return value;
  const isInside = value.refs.every(({ attribute }) =>
    /(^|\.|\])(ip_cidr_range|master_ipv4_cidr_block|cluster_ipv4_cidr(_block)?)$/.test(attribute),
  );
  return isInside ? { ...value, kind: 'template', parts: [value], structure: null } : value;
}

function ruleOfPolicy(block: BlockReader): FieldsOf<Firewall> {
  const match = block.block('match');
  const direction = block.string('direction', { required: true });
  const action = block.string('action', { required: true });
  const isEgress = direction.value?.toUpperCase() === 'EGRESS';
  const cidrs = match.strings(isEgress ? 'dest_ip_ranges' : 'src_ip_ranges');
  return {
    direction,
    isAllow: action.state === 'unresolved' ? unresolvedLike(action) : explicit(action.value === 'allow', action.place),
    isDisabled: block.boolean('disabled', { default: false }),
    rules: portRules(match, { layers: 'layer4_configs', protocol: 'ip_protocol', cidrs }),
    isLogged: block.boolean('enable_logging', { default: false }),
    ruleName: block.string('rule_name'),
    description: block.text('description'),
    remark: remarkOf(block),
  };
}

function unresolvedLike(leaf: Leaf<string>): Leaf<boolean> {
  return unresolved(leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
}

interface Layers {
  readonly layers: string;
  readonly protocol: string;
  readonly cidrs: ListNode<string>;
}

/** One rule for each port range of each protocol; none written means every port. */
function portRules(block: BlockReader, { layers, protocol, cidrs }: Layers): ListNode<PortRule> {
  const { readers, rest } = block.blocks(layers);
  const items = readers.flatMap((layer) => {
    const ports = layer.strings('ports');
    const name = layer.string(protocol, { required: true });
    const rule = (port: ListItem<string>['node'] | null): ListItem<PortRule> => ({
      node: object<PortRule>({ protocol: name, ...portsOf(port, layer), cidrs }, layer.place),
      uncertain: layer.uncertain,
    });
    if (ports.rest) return [rule(ports.rest), ...ports.items.map(({ node }) => rule(node))];
    return ports.items.length === 0 ? [rule(null)] : ports.items.map(({ node }) => rule(node));
  });
  return { node: 'list', items, rest, place: readers[0]?.place ?? block.place };
}

function portsOf(port: ListItem<string>['node'] | null, layer: BlockReader): Pick<FieldsOf<PortRule>, 'fromPort' | 'toPort'> {
  if (port === null) return { fromPort: byDefault(0, layer.place), toPort: byDefault(65535, layer.place) };
  const range = port.value === undefined ? null : parsePorts(port.value);
  if (!range) {
    const reason = port.reason ?? { code: 'unsupported', detail: 'the ports cannot be read' };
    return { fromPort: unresolved(reason, port.place), toPort: unresolved(reason, port.place) };
  }
  return { fromPort: explicit(range.from, port.place), toPort: explicit(range.to, port.place) };
}
