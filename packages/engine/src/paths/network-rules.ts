/** The rules of networks: what the internet reaches, what fronts pass on, who reaches whom from within. */
import type { Rules } from './escalation.ts';
import { unknownIf } from './facts.ts';
import type { PathExposure, PathNeighbors, PathSetting, PathWorkload } from './inputs.ts';
import { INTERNET } from './places.ts';

/** Ports by which people sign in. */
const LOGIN_PORTS: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [3389, 'RDP'],
  [5985, 'WinRM'],
  [5986, 'WinRM'],
  [23, 'Telnet'],
  [5900, 'VNC'],
]);

/** Stores that answer by themselves, to whoever knows a password. Buckets behind a distribution are not among them: it shows what it shows. */
const ASKS_PASSWORD =
  /^(?:aws\.(?:rds|redshift|documentdb|neptune|opensearch|elasticache|memorydb|mq|msk)|azure\.(?:sql|postgresql|mysql|mariadb|redis)|gcp\.sql)\./;

type Ports = PathExposure['ports'];

/** Both. Neighbors are asked for only where somebody from outside may come to run something, or environments lie side by side. */
export function addNetwork(rules: Rules): void {
  const { inputs } = rules.world;
  for (const exposure of inputs.exposures) addExposure(rules, exposure);
  const environments = new Set([...inputs.workloads, ...inputs.stores].map(({ environment }) => environment));
  const mayEnter = inputs.workloads.some(({ isCallableByAnyone }) => isCallableByAnyone) || inputs.exposures.length > 0;
  if (mayEnter || environments.size > 1) addNeighbors(rules, inputs.neighbors());
}

function textOf(ports: Ports): string {
  return ports.map(({ protocol, from, to }) => `${protocol}/${from === to ? from : `${from}-${to}`}`).join(', ');
}

function loginOn(ports: Ports): readonly [number, string] | undefined {
  return [...LOGIN_PORTS].find(([port]) => ports.some((each) => each.protocol !== 'udp' && each.from <= port && port <= each.to));
}

function addExposure({ world, facts }: Rules, { from, to, ports, because, condition, setting, evidence }: PathExposure): void {
  const isFront = from !== INTERNET && !world.workloads.has(from);
  const source = from === INTERNET ? facts.fact('at', INTERNET) : facts.fact(isFront ? 'reach' : 'run', from);
  const args = [world.nodeOf(from), world.nodeOf(to), textOf(ports), because.join(', ')];
  const store = world.stores.get(to);
  if (store) {
    if (!ASKS_PASSWORD.test(store.kind) || store.hasManagedPassword === true) return;
    facts.rule(facts.fact('read', to), [source], {
      ...{ edge: 'NET_REACH', reason: { id: 'reaches-database', args } },
      ...{ conditions: [condition, unknownIf('weak-password', store.node)], settings: [setting], evidence },
    });
    return;
  }
  const reason = { id: 'reaches', args };
  const workload = world.workloads.get(to);
  facts.rule(facts.fact('reach', to), [source], {
    ...{ edge: 'NET_REACH', reason, conditions: [condition], settings: [setting], evidence, extra: isFront ? -1 : 0 },
  });
  const login = loginOn(ports);
  if (!login || !workload || workload.allowsPasswordLogin === false) return;
  const [port, name] = login;
  const signIn = facts.fact('may', `sign in ${to} ${port} from ${from}`);
  facts.rule(signIn, [source], { edge: 'NET_REACH', isLink: true, reason, conditions: [condition], settings: [setting], evidence });
  facts.rule(facts.fact('run', to), [signIn], {
    ...{ edge: 'NET_REACH', reason: { id: 'signs-in', args: [workload.node, name] }, evidence: workload.evidence },
    conditions: workload.allowsPasswordLogin === undefined ? [unknownIf('password-login', workload.node)] : [],
  });
}

/** From class to class: as many rules as members and passages, not pairs of members. */
function addNeighbors({ world, facts }: Rules, { classes, passages }: PathNeighbors): void {
  const made = new Set<string>();
  const targets = classes.map(({ members }) => members.filter((id) => isWorthReaching(id)));
  for (const { from, to, isSure, ports } of passages) {
    const wanted = targets[to] ?? [];
    const [source, target] = [classes[from], classes[to]];
    const sources = source?.members.filter((id) => world.workloads.has(id)) ?? [];
    if (!source || !target || wanted.length === 0 || sources.length === 0) continue;
    const inside = facts.fact('net', `from ${from}`);
    if (!facts.isPossible(inside)) {
      for (const id of sources)
        facts.rule(inside, [facts.fact('run', id)], { edge: 'NET_REACH', isLink: true, reason: { id: 'one-of-all', args: [] } });
    }
    const passed = facts.fact('net', `to ${to} on ${textOf(ports)}`);
    facts.rule(passed, [inside], {
      ...{ edge: 'NET_REACH', isLink: true, conditions: isSure ? [] : [unknownIf('network-passes', source.name, target.name)] },
      reason: { id: 'network-passes', args: [source.name, target.name, textOf(ports)] },
      settings: [passage(source.name, target.name)],
    });
    for (const id of wanted) arrive(id, passed, ports);
  }

  function isWorthReaching(id: string): boolean {
    const store = world.stores.get(id);
    if (store) return store.dataClass !== null && ASKS_PASSWORD.test(store.kind) && store.hasManagedPassword !== true;
    const workload = world.workloads.get(id);
    return workload !== undefined && isWeak(workload);
  }

  function arrive(id: string, passed: number, ports: Ports): void {
    const reason = { id: 'near', args: [world.nodeOf(id), textOf(ports)] };
    const name = `${passed} ${id}`;
    if (made.has(name)) return;
    made.add(name);
    if (world.stores.has(id)) {
      const conditions = [unknownIf('weak-password', world.nodeOf(id))];
      facts.rule(facts.fact('read', id), [passed], { edge: 'NET_REACH', reason: { id: 'near-database', args: reason.args }, conditions });
      return;
    }
    facts.rule(facts.fact('reach', id), [passed], { edge: 'NET_REACH', reason });
    const login = loginOn(ports);
    const workload = world.workloads.get(id);
    if (login && workload?.allowsPasswordLogin === true) {
      const signIn = { id: 'signs-in', args: [workload.node, login[1]] };
      facts.rule(facts.fact('run', id), [passed], {
        edge: 'NET_REACH',
        reason: signIn,
        conditions: [unknownIf('weak-password', workload.node)],
      });
    }
  }
}

/** A group, a list or a route: whichever of them lets it through. */
function passage(from: string, to: string): PathSetting {
  return { id: `passage ${from} ${to}`, kind: 'exposure', summary: `Close ${to} to ${from}`, evidence: [] };
}

/** Whoever reaches it gets further. */
function isWeak({ hasOpenMetadata, identities, vulnerabilities, allowsPasswordLogin }: PathWorkload): boolean {
  return (hasOpenMetadata === true && identities.length > 0) || vulnerabilities.length > 0 || allowsPasswordLogin === true;
}
