/**
 * Verdicts about openness, with what the openness means: "the rule is open" and "the internet reaches it" are two statements. A finding whose
 * exposure is known gets the severity of the second; where it is not known nothing changes.
 */
import type { Exposure, NetworkFacts, PortRange } from '@kumomori/engine';
import { networkFacts } from '@kumomori/engine';
import type { CodeRoot, Evidence, FindingExposure, Severity } from '@kumomori/model';
import { blockType, networkBlockTypes, readEstate, severities } from '@kumomori/model';
import type { InstanceVerdict } from '../findings/index.ts';
import { EXPOSURE_CHECKS, WORSE } from './exposure-checks.ts';
import type { Judged } from './exposure-checks.ts';

/** The same verdicts, those about openness annotated. The network of the root is read when the first of them comes. */
export function* withExposure(verdicts: Iterable<InstanceVerdict>, root: CodeRoot): Generator<InstanceVerdict> {
  let facts: ReachedIndex | null | undefined;
  for (const verdict of verdicts) {
    const judged = verdict.evaluation.status === 'fail' ? EXPOSURE_CHECKS.get(verdict.entry.id) : undefined;
    if (judged === undefined) {
      yield verdict;
      continue;
    }
    facts ??= factsOf(root);
    yield facts ? noted(verdict, judged, facts) : verdict;
  }
}

/** Null: a network that cannot be read changes no verdict. */
function factsOf(root: CodeRoot): ReachedIndex | null {
  try {
    const resources = root.resources.filter((each) => networkBlockTypes.has(blockType(each)));
    return new ReachedIndex(networkFacts(readEstate([{ ...root, resources }])));
  } catch {
    return null;
  }
}

/** Few addresses are an office or a partner, not the internet. */
const CIDR = /^[0-9a-f.:]+\/\d+$/i;
/** Stations whose rules findings are about. */
const FILTERS: ReadonlySet<string> = new Set(['security group', 'network security group', 'firewall rule', 'service firewall']);

/** Exposures by what findings ask for, each list in the order of the analysis. */
class ReachedIndex {
  readonly usersOf: NetworkFacts['usersOf'];
  readonly #rulesOf: NetworkFacts['rulesOf'];
  /** Of what the internet itself reaches or may reach, by node. */
  readonly #fromInternet: ReadonlyMap<string, readonly Exposure[]>;
  /**
   * Ways that begin elsewhere, by the security groups that let them pass: one through a load balancer that keeps the caller's address needs
   * the rule as well.
   */
  readonly #passing = new Map<string, Exposure[]>();
  readonly #positions: ReadonlyMap<Exposure, number>;

  constructor({ exposures, usersOf, rulesOf }: NetworkFacts) {
    this.usersOf = usersOf;
    this.#rulesOf = rulesOf;
    this.#positions = new Map(exposures.map((each, index) => [each, index]));
    const [own, others] = [exposures.filter(({ from }) => from === 'internet'), exposures.filter(({ from }) => from !== 'internet')];
    this.#fromInternet = Map.groupBy(own, ({ node }) => node);
    for (const each of others) {
      if (CIDR.test(each.from)) continue;
      const groups = each.because.flatMap(({ station, says, node }) =>
        FILTERS.has(station) && says === 'passes' && node !== null ? [node] : [],
      );
      for (const group of new Set(groups)) push(this.#passing, group, each);
    }
  }

  about(nodes: ReadonlySet<string>): readonly Exposure[] {
    const found = [...nodes].flatMap((node) => this.#fromInternet.get(node) ?? []);
    return found.toSorted((a, b) => (this.#positions.get(a) ?? 0) - (this.#positions.get(b) ?? 0));
  }

  passing(group: string): readonly Exposure[] {
    return [group, ...(this.#rulesOf.get(group) ?? [])].flatMap((node) => this.#passing.get(node) ?? []);
  }
}

function noted(verdict: InstanceVerdict, judged: Judged, facts: ReachedIndex): InstanceVerdict {
  const { address } = verdict.resource.origin;
  const users = facts.usersOf.get(address) ?? new Set<string>();
  const nodes = judged === 'self' ? new Set([address]) : users;
  const ports = judged === 'self' ? [] : portsIn(verdict.evaluation.evidence);
  const own = facts.about(new Set([...nodes, address]));
  const reached = [...own, ...facts.passing(address)].filter((each) => each.reachable === true && opens(each, ports));
  const state = stateOf(own, { reached, ports });
  const original = verdict.severity;
  // What the user set stays as it is.
  const isOverridden = original !== verdict.entry.check.severity;
  const severity = isOverridden || state === 'unknown' ? original : shifted(original, verdict.entry.id, state);
  const telling = reached[0] ?? own.find((each) => each.reachable === false) ?? own[0];
  const exposure: FindingExposure = {
    state,
    nodes: (reached.length > 0 ? [...new Set(reached.map(({ node }) => node))] : [...nodes]).slice(0, MAX_NODES),
    because: [...new Set((telling?.because ?? []).map(({ station, says }) => (says === 'passes' ? station : `${station}: ${says}`)))],
    originalSeverity: original,
    reason: REASONS[state],
  };
  return { ...verdict, severity, exposure };
}

const MAX_NODES = 10;

const REASONS: Readonly<Record<FindingExposure['state'], FindingExposure['reason']>> = {
  reachable: { en: 'the internet reaches it', ja: 'インターネットから到達できます' },
  'not-reachable': {
    en: 'it is open, but nothing behind it is reached from the internet',
    ja: '開いていますが、その先にインターネットから到達できるものはありません',
  },
  unknown: { en: 'it is not known whether the internet reaches it', ja: 'インターネットから到達できるか判定できません' },
};

function push(index: Map<string, Exposure[]>, key: string, exposure: Exposure): void {
  const known = index.get(key);
  if (known) known.push(exposure);
  else index.set(key, [exposure]);
}

function opens({ ports }: Exposure, wanted: readonly PortRange[]): boolean {
  if (wanted.length === 0) return true;
  return ports.some(({ protocol, from, to }) => protocol === 'all' || wanted.some((each) => each.from <= to && each.to >= from));
}

function stateOf(
  own: readonly Exposure[],
  { reached, ports }: { readonly reached: readonly Exposure[]; readonly ports: readonly PortRange[] },
): FindingExposure['state'] {
  if (reached.length > 0) return 'reachable';
  // What nothing uses here may be used elsewhere.
  if (own.length === 0 || own.some((each) => each.reachable === 'unknown' && opens(each, ports))) return 'unknown';
  return 'not-reachable';
}

/** One step down where nothing is reached; one up where remote control or a database is. */
function shifted(severity: Severity, checkId: string, state: FindingExposure['state']): Severity {
  const at = severities.indexOf(severity);
  if (state === 'reachable') return WORSE.has(checkId) ? (severities[Math.max(0, at - 1)] ?? severity) : severity;
  return severity === 'info' ? severity : (severities[Math.min(severities.indexOf('low'), at + 1)] ?? severity);
}

/** The ports of the rules that decided, as far as evidence tells them. */
function portsIn(evidence: readonly Evidence[]): readonly PortRange[] {
  const rules = new Map<string, { from?: number; to?: number }>();
  for (const { path, value } of evidence) {
    const found = /^(.*)\.(fromPort|toPort)$/.exec(path);
    if (!found || typeof value !== 'number') continue;
    const rule = rules.get(found[1] ?? '') ?? {};
    rules.set(found[1] ?? '', found[2] === 'fromPort' ? { ...rule, from: value } : { ...rule, to: value });
  }
  const written = evidence.flatMap(({ path, value }) => (/\.ports\[\d+\]$/.test(path) ? rangesIn(value) : []));
  const told = [...rules.values()].flatMap(({ from, to }) =>
    from === undefined || to === undefined ? [] : [{ protocol: 'tcp', from: Math.max(0, from), to: to < 0 ? 65_535 : to }],
  );
  return [...told, ...written];
}

/** `22`, `20-30`, `*` of security groups of Azure. */
function rangesIn(value: unknown): readonly PortRange[] {
  if (value === '*') return [{ protocol: 'tcp', from: 0, to: 65_535 }];
  const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(value)) ?? [];
  return from === '' ? [] : [{ protocol: 'tcp', from: Number(from), to: Number(to) }];
}
