/**
 * Network policies: pods that none isolates take everything; else what any of them admits. Source: Kubernetes documentation, "Network
 * Policies", read 2026-11-22.
 */
import type { EntityMap, Estate, KubernetesPeer, KubernetesPolicyRule, KubernetesSelector } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { ANYWHERE, NO_ADDRESS, addressesOf } from '../addresses.ts';
import type { Grant } from '../flow.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, portsOf, unionPorts } from '../ports.ts';
import { unionOf, without } from '../ranges.ts';
import type { Doubt } from '../types.ts';
import type { RuleGrants } from '../ways/index.ts';
import { EVERYTHING_OPEN } from '../ways/index.ts';

export type Pods = EntityMap['kubernetes.pods'];
export type Policy = EntityMap['kubernetes.network-policy'];
/** Nobody can say: labels or words that are not known. */
export type Match = boolean | 'unknown';

export interface Ports {
  readonly sure: PortSet;
  readonly possible: PortSet;
}

const HIDDEN = /[~\uFFFC]/;

export class Policies {
  readonly #ofNamespace: ReadonlyMap<string, readonly Policy[]>;
  readonly #labelsOf: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly #isWhole: boolean;

  constructor(estate: Estate) {
    this.#ofNamespace = Map.groupBy(estate.all('kubernetes.network-policy'), ({ account, namespace }) => `${account} ${namespace}`);
    const namespaces = estate.all('kubernetes.namespace');
    this.#labelsOf = new Map(
      namespaces.map((each) => [`${each.account} ${each.name}`, { ...each.tags, 'kubernetes.io/metadata.name': each.name }]),
    );
    this.#isWhole = namespaces.length > 0;
  }

  /** Policies that are for the pods, surely or perhaps. */
  of(pods: Pods): readonly { readonly policy: Policy; readonly isSure: boolean }[] {
    const all = this.#ofNamespace.get(`${pods.account} ${pods.namespace}`) ?? [];
    return all.flatMap((policy) => {
      const match = matches(policy.pods, pods.podLabels, pods.hasMoreLabels);
      if (match === false) return [];
      return [{ policy, isSure: match === true && !policy.uncertain }];
    });
  }

  /** What addresses outside of the cluster may send. With pods' own selectors nobody out there is meant. */
  fromOutside(pods: Pods): RuleGrants {
    return this.#grants(pods, (peer) => {
      const addresses = peerAddresses(peer);
      return { sure: addresses ?? NO_ADDRESS, possible: addresses ?? ANYWHERE };
    });
  }

  /**
   * What a node or a controller may send on for callers outside: nobody knows which addresses it has. Only a rule for everybody is sure to hold
   * it; rules for addresses may; rules for pods only where `byPods`.
   */
  fromNodes(pods: Pods, byPods: boolean): RuleGrants {
    return this.#grants(pods, (peer) => {
      const addresses = peerAddresses(peer);
      if (addresses !== null && addresses.length > 0) return { sure: NO_ADDRESS, possible: ANYWHERE };
      const isOfPods = peer.pods !== null || peer.namespaces !== null;
      return { sure: NO_ADDRESS, possible: addresses === null || (isOfPods && byPods) ? ANYWHERE : NO_ADDRESS };
    });
  }

  #grants(pods: Pods, of: (peer: KubernetesPeer) => { readonly sure: AddressSet; readonly possible: AddressSet }): RuleGrants {
    const found = this.of(pods).filter(({ policy }) => policy.isolatesIngress !== false);
    if (found.length === 0) return { sure: EVERYTHING_OPEN, possible: EVERYTHING_OPEN, doubts: [] };
    const sure: Grant[] = [];
    const possible: Grant[] = [];
    const doubts: Doubt[] = [];
    // Where it is not sure that anything isolates them, everything may come.
    const isIsolated = found.some(({ policy, isSure }) => isSure && policy.isolatesIngress === true);
    if (!isIsolated) {
      possible.push(...EVERYTHING_OPEN);
      doubts.push({ detail: 'it is not known whether the network policy is for these pods', place: found[0]?.policy.place ?? null });
    }
    for (const { policy, isSure } of found) {
      if (policy.hasMoreRules) {
        possible.push(...EVERYTHING_OPEN);
        doubts.push({ detail: 'the rules of the network policy are not known', place: policy.place });
      }
      for (const rule of policy.ingress) {
        const ports = policyPorts(rule, pods);
        const from = rule.peers === null ? { sure: ANYWHERE, possible: ANYWHERE } : joined(rule.peers.map(of));
        if (isSure && from.sure.length > 0) sure.push({ ports: ports.sure, from: from.sure });
        if (from.possible.length > 0) possible.push({ ports: ports.possible, from: from.possible });
        if (from.possible.length > 0 && from.sure.length === 0)
          doubts.push({ detail: 'by which address the pods are called is not known', place: rule.place });
      }
    }
    return { sure, possible, doubts };
  }

  /** What pods send to pods: ingress of the one and egress of the other. */
  between(from: Pods, to: Pods): Ports {
    const [inward, outward] = [this.#side(to, from, 'ingress'), this.#side(from, to, 'egress')];
    return { sure: commonPorts(inward.sure, outward.sure), possible: commonPorts(inward.possible, outward.possible) };
  }

  #side(own: Pods, other: Pods, direction: 'ingress' | 'egress'): Ports {
    const isolates = (policy: Policy): Policy['isolatesIngress'] =>
      direction === 'ingress' ? policy.isolatesIngress : policy.isolatesEgress;
    const found = this.of(own).filter(({ policy }) => isolates(policy) !== false);
    if (found.length === 0) return { sure: ALL_PORTS, possible: ALL_PORTS };
    const isIsolated = found.some(({ policy, isSure }) => isSure && isolates(policy) === true);
    let sure = NO_PORTS;
    let possible = isIsolated ? NO_PORTS : ALL_PORTS;
    for (const { policy, isSure } of found) {
      if (policy.hasMoreRules) possible = ALL_PORTS;
      for (const rule of policy[direction]) {
        const match = rule.peers === null ? true : any(rule.peers.map((peer) => this.#isPeer(peer, other, policy.namespace)));
        if (match === false) continue;
        const open = policyPorts(rule, direction === 'ingress' ? own : other);
        if (isSure && match === true) sure = unionPorts(sure, open.sure);
        possible = unionPorts(possible, open.possible);
      }
    }
    return { sure, possible };
  }

  #isPeer({ pods, namespaces, cidr }: KubernetesPeer, other: Pods, namespace: string): Match {
    // Which addresses pods get nobody knows.
    if (cidr !== undefined) return typeof cidr === 'string' && ['0.0.0.0/0'].includes(cidr) ? true : 'unknown';
    const space = namespaces === null ? other.namespace === namespace : this.#isNamespace(namespaces, other);
    if (space === false) return false;
    const own = pods === null ? true : matches(pods, other.podLabels, other.hasMoreLabels);
    return own === false ? false : own === true && space === true ? true : 'unknown';
  }

  #isNamespace(selector: KubernetesSelector, { account, namespace }: Pods): Match {
    const labels = this.#labelsOf.get(`${account} ${namespace}`) ?? { 'kubernetes.io/metadata.name': namespace };
    const isKnown = this.#labelsOf.has(`${account} ${namespace}`);
    return matches(selector, labels, !isKnown || !this.#isWhole);
  }
}

function joined(all: readonly { readonly sure: AddressSet; readonly possible: AddressSet }[]): {
  readonly sure: AddressSet;
  readonly possible: AddressSet;
} {
  return {
    sure: unionOf([NO_ADDRESS, ...all.map(({ sure }) => sure)]),
    possible: unionOf([NO_ADDRESS, ...all.map(({ possible }) => possible)]),
  };
}

/** Null: not known. Of pods and namespaces nobody outside. */
function peerAddresses({ cidr, except }: KubernetesPeer): AddressSet | null {
  if (cidr === undefined) return NO_ADDRESS;
  const set = isUndecided(cidr) ? null : addressesOf(cidr);
  if (set === null) return null;
  const taken = unionOf([NO_ADDRESS, ...except.items.map((each) => addressesOf(each) ?? NO_ADDRESS)]);
  return without(set, taken);
}

/** Names of ports are those of the pods' containers. */
function policyPorts({ ports }: KubernetesPolicyRule, pods: Pods): Ports {
  if (ports === null) return { sure: ALL_PORTS, possible: ALL_PORTS };
  let found: Ports = { sure: NO_PORTS, possible: NO_PORTS };
  for (const { protocol, port, endPort } of ports) {
    const own =
      port === undefined ? portsOf(protocol, -1, -1) : typeof port === 'string' ? namedPort(pods, { protocol, port, endPort }) : null;
    found = {
      sure: unionPorts(found.sure, own ?? NO_PORTS),
      possible: unionPorts(found.possible, own ?? portsOf(protocol, -1, -1) ?? ALL_PORTS),
    };
  }
  return found;
}

function namedPort(pods: Pods, { protocol, port, endPort }: { protocol: string; port: string; endPort: unknown }): PortSet | null {
  if (/^\d{1,5}$/.test(port)) return portsOf(protocol, Number(port), typeof endPort === 'number' ? endPort : Number(port));
  const numbers = pods.ports.filter(({ name }) => name === port).flatMap((each) => (typeof each.port === 'number' ? [each.port] : []));
  const sets = numbers.map((each) => portsOf(protocol, each, each) ?? NO_PORTS);
  return sets.length === 0 ? (HIDDEN.test(port) ? null : NO_PORTS) : sets.reduce((a, b) => unionPorts(a, b));
}

/** An empty selector means all. */
export function matches(
  { matchLabels, matchExpressions }: KubernetesSelector,
  labels: Readonly<Record<string, string>>,
  hasMore: boolean,
): Match {
  const one = (key: string, values: readonly string[]): Match => {
    const own = labels[key];
    if (own === undefined) return hasMore ? 'unknown' : false;
    if (values.includes(own)) return true;
    return HIDDEN.test(own) || values.some((each) => HIDDEN.test(each)) ? 'unknown' : false;
  };
  const all: Match[] = Object.entries(matchLabels).map(([key, value]) => one(key, [value]));
  for (const { key, operator, values } of matchExpressions) {
    const exists: Match = labels[key] !== undefined ? true : hasMore ? 'unknown' : false;
    if (operator === 'In') all.push(one(key, values));
    else if (operator === 'NotIn') all.push(exists === false ? true : not(one(key, values)));
    else if (operator === 'Exists') all.push(exists);
    else if (operator === 'DoesNotExist') all.push(not(exists));
    else all.push('unknown');
  }
  return all.includes(false) ? false : all.includes('unknown') ? 'unknown' : true;
}

function not(match: Match): Match {
  return match === 'unknown' ? match : !match;
}

function any(all: readonly Match[]): Match {
  return all.includes(true) ? true : all.includes('unknown') ? 'unknown' : false;
}
