/** What the internet reaches in clusters: services, ingresses, gateways, and the pods behind them. */
import type { EntityMap, Estate, Known } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import { INTERNET, NO_ADDRESS, addressesOf, isInternetOf } from '../addresses.ts';
import type { Station } from '../flow.ts';
import { OPEN, SHUT, doubtful, flowOf, internetPorts } from '../flow.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, commonPorts, isNoPort, portsOf, unionPorts } from '../ports.ts';
import { unionOf } from '../ranges.ts';
import type { Doubt, Exposure, Reason, StationName } from '../types.ts';
import type { Stop, Subject } from '../ways/index.ts';
import { judge, stationOf, through } from '../ways/index.ts';
import type { Pods } from './policies.ts';
import { Policies, matches } from './policies.ts';

type Service = EntityMap['kubernetes.service'];
type Routing = EntityMap['kubernetes.routing'];

/** The range that ports of nodes are taken from. Source: Kubernetes documentation, "Service", read 2026-11-22. */
const NODE_PORTS = [30_000, 32_767] as const;
/** Nodes may have private addresses only, behind rules of their network. */
const NODES = 'whether the internet reaches the nodes is not known';

/** Linear in services and in the pods that they select. */
export function kubernetesExposures(estate: Estate): readonly Exposure[] {
  return new ClusterAnalysis(estate).exposures();
}

class ClusterAnalysis {
  readonly #estate: Estate;
  readonly #policies: Policies;
  readonly #podsOf: ReadonlyMap<string, readonly Pods[]>;
  readonly #services: ReadonlyMap<string, readonly Service[]>;
  readonly #found: Exposure[] = [];

  constructor(estate: Estate) {
    this.#estate = estate;
    this.#policies = new Policies(estate);
    this.#podsOf = Map.groupBy(estate.all('kubernetes.pods'), ({ account, namespace }) => `${account} ${namespace}`);
    this.#services = Map.groupBy(estate.all('kubernetes.service'), ({ account, namespace, name }) => `${account} ${namespace} ${name}`);
  }

  exposures(): readonly Exposure[] {
    for (const pods of this.#estate.all('kubernetes.pods')) this.#pods(pods);
    for (const service of this.#estate.all('kubernetes.service')) this.#service(service);
    for (const routing of this.#estate.all('kubernetes.routing')) if (routing.gateways === null) this.#ingress(routing);
    for (const gateway of this.#estate.all('kubernetes.gateway')) this.#gateway(gateway);
    return this.#found;
  }

  /** Ports of the node itself: what the node's network lets through, policies or not where pods use it as their own. */
  #pods(pods: Pods): void {
    const { node, isHostNetwork, place } = pods;
    const hostPorts = pods.ports.filter(({ hostPort }) => hostPort !== undefined);
    const isOnHost = isHostNetwork !== false;
    if (!isOnHost && hostPorts.length === 0) {
      const stop = decided('host port', false, { node, place, detail: 'no port of the node' });
      this.#found.push({ ...(judge(pods, [{ family: 4, stops: [stop], listens: NO_PORTS }])[0] ?? NEVER(pods)), oneChangeAway: null });
      return;
    }
    const listed = (isOnHost ? pods.ports.map((each) => ({ ...each, hostPort: each.port })) : hostPorts).map(({ protocol, hostPort }) =>
      typeof hostPort === 'number' ? (portsOf(protocol, hostPort, hostPort) ?? NO_PORTS) : ALL_PORTS,
    );
    const doubt: Doubt = isUndecided(isHostNetwork) ? { detail: isHostNetwork.undecided.detail, place } : { detail: NODES, place };
    const stop: Stop = {
      name: 'host port',
      flow: doubtful(doubt),
      tell: () => ({ station: 'host port', says: 'undecided', node, detail: doubt.detail, place }),
    };
    const policy = isOnHost ? [] : [this.#policyStop(pods, this.#policies.fromOutside(pods))];
    this.#found.push(...judge(pods, [{ family: 4, stops: [stop, ...policy], listens: listed.length > 0 ? all(listed) : ALL_PORTS }]));
  }

  #policyStop(pods: Pods, grants: ReturnType<Policies['fromOutside']>): Stop {
    const station = 'network policy' as const;
    const [first] = this.#policies.of(pods);
    const at = { station, node: first?.policy.node ?? pods.node, place: first?.policy.place ?? pods.place };
    const flow = stationOf(grants, 4);
    const tell = (ports: PortSet): Reason => {
      if (!isNoPort(commonPorts(internetPorts(flow.sure, 4), ports))) return { ...at, says: 'passes', detail: first ? '' : 'no policy' };
      const [doubt] = grants.doubts;
      if (doubt && !isNoPort(commonPorts(internetPorts(flow.possible, 4), ports))) return { ...at, says: 'undecided', ...doubt };
      return { ...at, says: 'stops', detail: 'no rule admits the internet' };
    };
    return { name: station, flow, tell };
  }

  #service(service: Service): void {
    if (service.serviceType === 'ExternalName') return;
    const stops = [serviceStop(service), ...rangesStops(service)];
    const nodePorts = service.serviceType === 'NodePort';
    const found = judge(service, [{ family: 4, stops, listens: all(service.ports.map((each) => servicePorts(each, nodePorts))) }]);
    this.#found.push(...found);
    if (found.every(({ reachable }) => reachable === false)) return;
    const isSure = found.some(({ reachable, from }) => reachable === true && from === 'internet');
    // Addresses that are too few to be the internet reach no more than themselves.
    if (found[0]?.reachable === false) return;
    const because: Reason = { station: 'service', says: 'passes', node: service.node, detail: typeOf(service), place: service.place };
    this.#toPods(service, { from: service, ports: service.ports, because: [because], isSure, byPods: false });
  }

  #toPods(
    service: Service,
    by: {
      readonly from: Subject;
      readonly ports: Service['ports'];
      readonly because: readonly Reason[];
      readonly isSure: boolean;
      /** A controller in the cluster calls them. */
      readonly byPods: boolean;
    },
  ): void {
    for (const { pods, isSure } of this.#selected(service)) {
      const grants =
        service.keepsClientAddress && !by.byPods ? this.#policies.fromOutside(pods) : this.#policies.fromNodes(pods, by.byPods);
      const station = stationOf(grants, 4);
      const wanted = all(by.ports.map((each) => targetPorts(each, pods)));
      const stop = this.#policyStop(pods, grants);
      const found = through(subjectOf(pods), by.from.node, {
        sure: by.isSure && isSure ? commonPorts(internetPorts(station.sure, 4), wanted) : NO_PORTS,
        possible: commonPorts(internetPorts(station.possible, 4), wanted),
        because: [...by.because, stop.tell(wanted)],
      });
      if (found) this.#found.push(by.from.login ? { ...found, login: by.from.login } : found);
    }
  }

  #selected(service: Service): readonly { readonly pods: Pods; readonly isSure: boolean }[] {
    const { selector, account, namespace, hasMoreSelector } = service;
    if (selector === null) return [];
    return (this.#podsOf.get(`${account} ${namespace}`) ?? []).flatMap((pods) => {
      const match = matches({ matchLabels: selector, matchExpressions: [] }, pods.podLabels, pods.hasMoreLabels);
      return match === false ? [] : [{ pods, isSure: match === true && !hasMoreSelector }];
    });
  }

  #ingress(routing: Routing): void {
    const { node, place, isInternal } = routing;
    const is = this.#ofController(isInternal, routing);
    const subject: Subject = { ...subjectOf(routing), shields: routing.shields.items, login: routing.hasLogin ? 'load balancer' : null };
    const first = decided('ingress', is, { node, place, detail: is === false ? 'internal' : '' });
    const ports = routing.ports.length > 0 ? routing.ports : routing.hasTls ? [80, 443] : [80];
    const listens = all(ports.map((port) => portsOf('tcp', port, port) ?? NO_PORTS));
    const found = judge(subject, [{ family: 4, stops: [first, ...rangesStops(routing)], listens }]);
    this.#found.push(...found);
    if (found[0]?.reachable === false) return;
    this.#routed(routing, { subject, isSure: found[0]?.reachable === true });
  }

  /** A class that nobody knows stands behind the service of its controller: the only public or internal one of an ingress controller. */
  #ofController(isInternal: Known<boolean>, routing: Routing): Known<boolean> {
    if (!isUndecided(isInternal)) return !isInternal;
    const services = this.#estate
      .all('kubernetes.service')
      .filter(
        (each) =>
          each.account === routing.account && each.serviceType === 'LoadBalancer' && /ingress/i.test(`${each.namespace} ${each.name}`),
      );
    const answers = new Set(services.map((each) => each.isInternal).filter((each) => typeof each === 'boolean'));
    const [only, another] = answers;
    return only === undefined || another !== undefined ? isInternal : !only;
  }

  #routed(routing: Routing, of: { readonly subject: Subject; readonly isSure: boolean }): void {
    const because: Reason = { station: 'ingress', says: 'passes', node: routing.node, detail: '', place: routing.place };
    for (const { namespace, service: name, port } of routing.backends) {
      if (typeof name !== 'string') continue;
      for (const service of this.#services.get(`${routing.account} ${namespace} ${name}`) ?? []) {
        const own = service.ports.filter((each) => typeof port !== 'string' || String(portText(each.port)) === port || each.name === port);
        this.#toPods(service, { from: of.subject, ports: own, because: [because], isSure: of.isSure, byPods: true });
      }
    }
  }

  #gateway(gateway: EntityMap['kubernetes.gateway']): void {
    const { node, place, isInternal, listeners } = gateway;
    const is = isUndecided(isInternal) ? isInternal : !isInternal;
    const first = decided('gateway', is, { node, place, detail: is === false ? 'internal' : '' });
    const listens = all(
      listeners.map(({ protocol, port }) => (typeof port === 'number' ? (portsOf(protocol, port, port) ?? NO_PORTS) : ALL_PORTS)),
    );
    const found = judge(gateway, [{ family: 4, stops: [first], listens }]);
    this.#found.push(...found);
    if (found[0]?.reachable === false) return;
    for (const routing of this.#estate.all('kubernetes.routing')) {
      const isOf = routing.gateways?.some(({ namespace, name }) => namespace === gateway.namespace && name === gateway.name) ?? false;
      if (isOf && routing.account === gateway.account)
        this.#routed(routing, { subject: subjectOf(gateway), isSure: found[0]?.reachable === true });
    }
  }
}

function subjectOf({ node, type, place }: Pick<Subject, 'node' | 'type' | 'place'>): Subject {
  return { node, type, place };
}

const NEVER = ({ node, type, place }: Subject): Exposure => ({
  ...{
    node,
    type,
    place,
    reachable: false,
    from: 'internet',
    ports: [],
    because: [],
    oneChangeAway: null,
    families: [],
    shields: [],
    login: null,
  },
});

function all(sets: readonly PortSet[]): PortSet {
  return sets.reduce((one, other) => unionPorts(one, other), NO_PORTS);
}

function decided(name: StationName, is: Known<boolean>, at: Pick<Reason, 'node' | 'place' | 'detail'>): Stop {
  const flow: Station = isUndecided(is) ? doubtful({ detail: is.undecided.detail, place: at.place }) : is ? OPEN : SHUT;
  const says = isUndecided(is) ? 'undecided' : is ? 'passes' : 'stops';
  return { name, flow, tell: () => ({ station: name, says, ...at, detail: isUndecided(is) ? is.undecided.detail : at.detail }) };
}

/** A load balancer is for the internet unless it is told to be internal; ports of nodes are for whoever reaches the nodes. */
function serviceStop(service: Service): Stop {
  const { node, place, serviceType, isInternal, externalIps } = service;
  const at = { node, place, detail: typeOf(service) };
  if (isUndecided(serviceType)) return decided('service', serviceType, at);
  if (serviceType === 'LoadBalancer') {
    const isPublic = isUndecided(isInternal) ? isInternal : !isInternal;
    return decided('service', isPublic, { ...at, detail: isPublic === false ? 'internal' : at.detail });
  }
  const outer = externalIps.items.some(
    (each) => flowOf([{ ports: ALL_PORTS, from: addressesOf(each) ?? NO_ADDRESS }], 4).partial.length > 0,
  );
  const nodes = { undecided: { code: 'computed', detail: NODES } } as const;
  return decided('service', serviceType === 'NodePort' || outer || externalIps.rest !== null ? nodes : false, at);
}

function typeOf({ serviceType }: Service): string {
  return isUndecided(serviceType) ? '' : serviceType;
}

/** Whom the load balancer takes packets from. */
function rangesStops({ sourceRanges, node, place }: Pick<Service, 'sourceRanges' | 'node' | 'place'>): readonly Stop[] {
  const { items, rest } = sourceRanges;
  if (items.length === 0 && rest === null) return [];
  const sets = items.map((each) => addressesOf(each));
  const known = unionOf([NO_ADDRESS, ...sets.map((each) => each ?? NO_ADDRESS)]);
  const isOpen = isInternetOf(4, known);
  const lost = rest?.detail ?? items.find((_, index) => sets[index] === null);
  const sure = flowOf([{ ports: ALL_PORTS, from: known }], 4);
  const doubts = lost !== undefined && !isOpen ? [{ detail: `the addresses ${lost.replace(/^~/, '')} are not known`, place }] : [];
  const possible = doubts.length > 0 ? flowOf([{ ports: ALL_PORTS, from: INTERNET[4] }], 4) : sure;
  const says = isOpen ? 'passes' : doubts.length > 0 ? 'undecided' : 'stops';
  const tell = (): Reason => ({
    station: 'service firewall',
    says,
    node,
    detail: doubts[0]?.detail ?? items.slice(0, 3).join(', '),
    place,
  });
  return [{ name: 'service firewall', flow: { sure, possible, doubts }, tell }];
}

function servicePorts({ protocol, port, nodePort }: Service['ports'][number], isNode: boolean): PortSet {
  const own = isNode ? nodePort : port;
  if (typeof own === 'number') return portsOf(protocol, own, own) ?? NO_PORTS;
  return (isNode ? portsOf(protocol, ...NODE_PORTS) : portsOf(protocol, -1, -1)) ?? NO_PORTS;
}

/** Ports of the pods; a name is that of a container's port. */
function targetPorts({ protocol, port, target }: Service['ports'][number], pods: Pods): PortSet {
  const text = target ?? portText(port);
  if (typeof text !== 'string') return portsOf(protocol, -1, -1) ?? NO_PORTS;
  if (/^\d{1,5}$/.test(text)) return portsOf(protocol, Number(text), Number(text)) ?? NO_PORTS;
  const named = pods.ports.filter(({ name }) => name === text).flatMap((each) => (typeof each.port === 'number' ? [each.port] : []));
  return named.length > 0 ? all(named.map((each) => portsOf(protocol, each, each) ?? NO_PORTS)) : (portsOf(protocol, -1, -1) ?? NO_PORTS);
}

function portText(port: Known<number | undefined>): string | undefined {
  return typeof port === 'number' ? String(port) : undefined;
}
