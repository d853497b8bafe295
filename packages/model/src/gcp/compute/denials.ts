/** Deny rules of a network that come before its allow rules. Source: Cloud NGFW documentation, "Priority" and "Action on match", read 2026-11-22. */
import type { BlockReader, ListItem, ListNode, ReaderContext } from '../../code/index.ts';
import { identityOf } from '../../code/index.ts';
import type { PortRule } from '../../net/index.ts';
import { isEveryProtocol, parsePorts } from '../../net/index.ts';

/** A rule that keeps everybody out from every machine of a network; only what is certain is here. */
interface Denial {
  readonly priority: number;
  /** Lower case; `all` for every protocol. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** It covers all IPv4 or all IPv6 sources. */
  readonly ipv4: boolean;
  readonly ipv6: boolean;
}

/** Denials of a network that are looked at: more than anybody writes. */
const MAX_DENIALS = 100;
/** Of a rule that does not say. */
const DEFAULT_PRIORITY = 1000;

/** The rules of an ingress allow rule that no denial certainly undoes. At the same priority the denial wins. O(rules × denials). */
export function inEffect(rules: ListNode<PortRule>, block: BlockReader, context: ReaderContext): ListNode<PortRule> {
  const network = networkOf(block);
  const priority = block.number('priority', { default: DEFAULT_PRIORITY }).value;
  const isIngress = block.string('direction', { default: 'INGRESS' }).value?.toUpperCase() === 'INGRESS';
  if (network === null || priority === undefined || !isIngress) return rules;
  const before = (denialsOf(context).get(network) ?? []).filter((denial) => denial.priority <= priority);
  if (before.length === 0) return rules;
  return { ...rules, items: rules.items.filter((item) => !before.some((denial) => undoes(denial, item))) };
}

function undoes(denial: Denial, { node }: ListItem<PortRule>): boolean {
  if (node.node !== 'object') return false;
  const { protocol, fromPort, toPort, cidrs } = node.fields;
  const covers = (isIpv6: boolean): boolean => (isIpv6 ? denial.ipv6 : denial.ipv4);
  const isOpen = cidrs.rest !== null || cidrs.items.some((each) => each.node.value === undefined);
  if (isOpen ? !covers(false) || !covers(true) : !cidrs.items.every((each) => covers(each.node.value?.includes(':') === true)))
    return false;
  if (isEveryProtocol(denial.protocol)) return true;
  const isSame = protocol.value?.toLowerCase() === denial.protocol;
  return isSame && (fromPort.value ?? -1) >= denial.from && (toPort.value ?? Number.POSITIVE_INFINITY) <= denial.to;
}

/** Made once for each root module: the list of a type's blocks is the same object every time. */
const known = new WeakMap<readonly BlockReader[], ReadonlyMap<string, readonly Denial[]>>();

function denialsOf(context: ReaderContext): ReadonlyMap<string, readonly Denial[]> {
  const token = context.all('google_compute_firewall');
  const before = known.get(token);
  if (before) return before;
  const denials = new Map<string, Denial[]>();
  for (const block of token) {
    const network = networkOf(block);
    const own = network === null ? [] : denialsIn(block);
    if (network === null || own.length === 0) continue;
    denials.set(network, [...(denials.get(network) ?? []), ...own].slice(0, MAX_DENIALS));
  }
  known.set(token, denials);
  return denials;
}

function denialsIn(block: BlockReader): readonly Denial[] {
  const { readers } = block.blocks('deny');
  if (readers.length === 0 || block.uncertain) return [];
  const isForAll = ['target_tags', 'target_service_accounts'].every((name) => block.value(name) === undefined);
  const isOn = block.boolean('disabled', { default: false }).value === false;
  const isIngress = block.string('direction', { default: 'INGRESS' }).value?.toUpperCase() === 'INGRESS';
  const priority = block.number('priority', { default: DEFAULT_PRIORITY }).value;
  if (!isForAll || !isOn || !isIngress || priority === undefined) return [];
  const sources = block.strings('source_ranges').items.map(({ node }) => node.value);
  const families = { ipv4: sources.includes('0.0.0.0/0'), ipv6: sources.includes('::/0') };
  return readers
    .filter((layer) => !layer.uncertain)
    .flatMap((layer) => {
      const protocol = layer.string('protocol').value?.toLowerCase();
      if (protocol === undefined) return [];
      const ports = layer.strings('ports');
      if (ports.items.length === 0 && ports.rest === null) return [{ priority, protocol, from: 0, to: 65535, ...families }];
      return ports.items.flatMap(({ node }) => {
        const range = node.value === undefined ? null : parsePorts(node.value);
        return range ? [{ priority, protocol, ...range, ...families }] : [];
      });
    });
}

/** Two rules are of one network when they name it in the same way. */
function networkOf(block: BlockReader): string | null {
  const value = block.value('network');
  return value ? identityOf(value) : null;
}
