/**
 * Services that are reached by a name of their own: the switch of their public endpoint, and their own firewall. The same for Azure and
 * Google Cloud.
 */
import type { EntityMap, Estate, FrontRule, Known } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';
import type { AddressSet } from '../addresses.ts';
import { ANYWHERE, INTERNET, NO_ADDRESS, addressesOf } from '../addresses.ts';
import { OPEN, SHUT, doubtful } from '../flow.ts';
import type { PortSet } from '../ports.ts';
import { ALL_PORTS, NO_PORTS, portsOf, unionPorts } from '../ports.ts';
import { unionOf } from '../ranges.ts';
import type { Doubt, Exposure, Reason } from '../types.ts';
import type { PacketRule } from './first-match.ts';
import { grantsOfRules, stationOf, tellRules } from './first-match.ts';
import type { Stop, Subject } from './judge.ts';
import { judge, through } from './judge.ts';

/** Names of addresses of which everybody can rent one. */
const RENTED = ['AzureCloud', 'GoogleCloud'];

export type Front = EntityMap['public-front'];
type Setting = EntityMap['front-setting'];

/** A front with what other blocks say of it. */
export interface JoinedFront {
  readonly front: Front;
  readonly subject: Subject;
  readonly ports: PortSet;
  readonly isPublic: Known<boolean>;
  readonly publicPlace: Pick<Reason, 'node' | 'place'>;
  readonly rules: readonly FrontRule[];
  readonly otherwise: Known<'allow' | 'deny'>;
  readonly doubts: readonly Doubt[];
}

export function joinFronts(estate: Estate): readonly JoinedFront[] {
  const settings = Map.groupBy(estate.all('front-setting'), ({ front }) => (typeof front === 'string' ? front : ''));
  const endpoints = new Map(estate.all('azure.private-endpoint').flatMap((each) => each.target.items.map((name) => [name, each] as const)));
  const perimeters = estate.all('service-perimeter');
  return estate.all('public-front').map((front) => {
    const own = [...new Set(front.names.flatMap((name) => settings.get(name) ?? []))].filter((each) => isOf(each, front));
    const endpoint = front.names.map((name) => endpoints.get(name)).find((each) => each !== undefined);
    const said = own.find(({ isPublic }) => isPublic !== undefined);
    const logins = [front.login, ...own.map(({ login }) => login)];
    // Who lets everybody in without signing in, lets everybody in.
    const login = logins.includes('none') ? 'none' : logins.find((each) => typeof each === 'string');
    const around = perimeters.filter(({ resources }) =>
      resources.items.some((each) => each === front.account || each === `projects/${front.account}`),
    );
    const shields = [
      ...front.shields.items,
      ...own.filter(({ isShield }) => isShield).map(({ node }) => node),
      ...around.map(({ node }) => node),
    ];
    const { node, type, place } = front;
    const rules = [...front.rules, ...own.flatMap((each) => each.rules)];
    const rest = [front.rulesRest, ...own.map(({ rulesRest }) => rulesRest)].find((each) => each !== null);
    const written = own.map(({ otherwise }) => otherwise).find((each) => each !== undefined) ?? front.otherwise;
    const isClosed = front.rulesClose && (rules.length > 0 || rest !== undefined) && written === 'allow';
    return {
      front,
      subject: { node, type, place, shields: [...new Set(shields)], login: typeof login === 'string' ? login : null },
      ports: front.ports.map(({ from, to }) => portsOf('tcp', from, to) ?? NO_PORTS).reduce((a, b) => unionPorts(a, b), NO_PORTS),
      isPublic: said?.isPublic ?? front.isPublic,
      publicPlace: front.isPublic === false && endpoint ? { node: endpoint.node, place: endpoint.place } : { node, place },
      rules: rules.toSorted((a, b) => a.priority - b.priority),
      otherwise: isClosed ? 'deny' : written,
      doubts: rest ? [{ detail: rest.detail, place }] : [],
    };
  });
}

/** Plain names are only unique in an account. */
function isOf(setting: Setting, front: Front): boolean {
  return setting.account === front.account || (typeof setting.front === 'string' && setting.front.includes('/'));
}

/** What the internet reaches, what every customer of Azure reaches, and single addresses. */
export function frontExposures(joined: JoinedFront): readonly Exposure[] {
  const { subject, rules } = joined;
  const way = (tag: string | null): Parameters<typeof judge>[1] => [{ family: 4, stops: frontStops(joined, tag), listens: joined.ports }];
  const found = judge(subject, way(null));
  if (found[0]?.reachable === true) return found;
  const tags = RENTED.filter((tag) =>
    rules.some(({ sources }) => sources.items.some((each) => each.toLowerCase().startsWith(tag.toLowerCase()))),
  );
  return [...found, ...tags.flatMap((tag) => judge(subject, way(tag), tag).filter(({ reachable }) => reachable !== false))];
}

/** `tag`: a name of addresses of which the callers have one. */
export function frontStops({ front, isPublic, publicPlace, rules, otherwise, doubts }: JoinedFront, tag: string | null): readonly Stop[] {
  const name = 'public endpoint' as const;
  const doubt: Doubt | null = isUndecided(isPublic) ? { detail: isPublic.undecided.detail, place: front.place } : null;
  const says = doubt ? 'undecided' : isPublic === true ? 'passes' : 'stops';
  const endpoint: Reason = {
    station: name,
    says,
    ...publicPlace,
    detail: doubt?.detail ?? (isPublic === true ? front.frontKind : 'private'),
  };
  const flow = doubt ? doubtful(doubt) : isPublic === true ? OPEN : SHUT;
  const first: Stop = { name, flow, tell: () => endpoint };
  if (rules.length === 0 && doubts.length === 0 && otherwise === 'allow') return [first];
  const last: PacketRule = {
    ports: ALL_PORTS,
    addresses: ANYWHERE,
    action: isUndecided(otherwise) ? 'unknown' : otherwise,
    doubts: isUndecided(otherwise) ? [{ detail: otherwise.undecided.detail, place: front.place }] : [],
    node: front.node,
    place: front.place,
    text: isUndecided(otherwise) ? 'default' : `default ${otherwise}`,
  };
  const list = [...rules.map((rule) => packetRule(rule, tag)), last];
  const grants = grantsOfRules([list], doubts);
  const station = 'service firewall' as const;
  const fallback = { node: front.node, detail: 'no rule admits the internet', place: front.place };
  const tell = (ports: PortSet): Reason => tellRules({ station, lists: [list], grants, family: 4, ports, otherwise: fallback });
  return [first, { name: station, flow: stationOf(grants, 4), tell }];
}

function packetRule(rule: FrontRule, tag: string | null): PacketRule {
  const { place, node, isAllow, sources } = rule;
  const doubts: Doubt[] = [];
  if (rule.uncertain) doubts.push({ detail: 'it is not known whether the rule exists', place });
  if (isUndecided(isAllow)) doubts.push({ detail: isAllow.undecided.detail, place });
  if (sources.rest) doubts.push({ detail: sources.rest.detail, place });
  const sets = sources.items.map((each) => {
    const set = sourceSet(each, tag);
    if (set === null) doubts.push({ detail: `the addresses ${each.replace(/^~/, '')} are not known`, place });
    return set ?? ANYWHERE;
  });
  const addresses = sources.rest ? ANYWHERE : unionOf([NO_ADDRESS, ...sets]);
  const action = isUndecided(isAllow) ? 'unknown' : isAllow ? 'allow' : 'deny';
  return { ports: ALL_PORTS, addresses, action, doubts, node, place, text: `${action} ${sources.items.slice(0, 3).join(', ')}`.trim() };
}

/** Null: it stands for something that nobody knows. Tags are addresses that only their service has. */
function sourceSet(text: string, tag: string | null): AddressSet | null {
  if (text === '*') return ANYWHERE;
  const set = addressesOf(text);
  if (set) return set;
  const [, from, to] = /^([0-9.]{7,15})-([0-9.]{7,15})$/.exec(text) ?? [];
  const [first] = addressesOf(from ?? '') ?? [];
  const last = addressesOf(to ?? '')?.[1];
  if (first !== undefined && last !== undefined) return first < last ? [first, last] : NO_ADDRESS;
  if (/[~\uFFFC]/.test(text)) return null;
  if (tag !== null && (text.toLowerCase().startsWith(tag.toLowerCase()) || text.toLowerCase() === 'internet')) return ANYWHERE;
  return text.toLowerCase() === 'internet' ? unionOf([INTERNET[4], INTERNET[6]]) : NO_ADDRESS;
}

/** What a public front leads to: other fronts, by host name, id or name. `tag`: the service whose addresses it calls from. */
export function ledExposures(
  from: JoinedFront,
  fronts: ReadonlyMap<string, JoinedFront>,
  tag: string,
  more: readonly string[] = [],
): readonly Exposure[] {
  if (from.isPublic !== true) return [];
  const names = [...new Set([...from.front.targets.items, ...more])];
  return names.flatMap((name) => {
    const target = fronts.get(name) ?? fronts.get(name.toLowerCase());
    if (!target || target === from) return [];
    const [verdict] = judge(target.subject, [{ family: 4, stops: frontStops(target, tag), listens: target.ports }]);
    if (!verdict || verdict.reachable === false) return [];
    const passes: Reason = {
      station: 'public endpoint',
      says: 'passes',
      node: from.front.node,
      detail: from.front.frontKind,
      place: from.front.place,
    };
    const isSure = verdict.reachable === true;
    const found = through(target.subject, from.front.node, {
      sure: isSure ? target.ports : NO_PORTS,
      possible: target.ports,
      because: [passes, ...verdict.because],
    });
    return found ? [found] : [];
  });
}

/** Fronts by ids, names and hosts. */
export function frontsByName(fronts: readonly JoinedFront[]): ReadonlyMap<string, JoinedFront> {
  return new Map(fronts.flatMap((each) => [...each.front.names, ...each.front.hosts].map((name) => [name, each] as const)));
}
