/** What the internet reaches and who reaches whom within the own networks, as the reasoning takes it. */
import type { Exposure } from '../../network/index.ts';
import { reachability } from '../../network/index.ts';
import type { PathCondition, PathExposure, PathNeighbors, PathSetting } from '../inputs.ts';
import type { Building } from './context.ts';
import { evidenceOf } from './context.ts';

/** A range of public addresses that is too small to be the internet: an office, a partner. Who sits there nobody knows; nothing begins there. */
const CIDR = /^[0-9a-f.:]+\/\d+$/i;

/** Only `internet` begins at the internet; load balancers and other fronts pass on what reaches them. */
export function exposuresFor(
  building: Building,
  exposed: readonly Exposure[],
  byNode: ReadonlyMap<string, string>,
): readonly PathExposure[] {
  const passing = exposed.filter(({ from }) => !CIDR.test(from));
  const fronts = new Set(passing.map(({ from }) => from));
  return passing.flatMap((each): readonly PathExposure[] => {
    const to = byNode.get(each.node) ?? (fronts.has(each.node) ? each.node : undefined);
    const from = byNode.get(each.from) ?? each.from;
    return to === undefined || to === from ? [] : [ofExposure(building, each, { from, to })];
  });
}

function ofExposure(building: Building, exposure: Exposure, { from, to }: { readonly from: string; readonly to: string }): PathExposure {
  const { node, reachable, ports, because } = exposure;
  const passes = because.filter(({ says }) => says !== 'stops');
  const rule = passes.find(({ station }) => station === 'security group') ?? passes[0];
  const at = rule?.place ?? null;
  const evidence = evidenceOf(building, at);
  const setting: PathSetting = {
    ...{ id: `exposure ${from} ${to} ${rule?.node ?? ''} ${at ? building.shown(at).line : ''}`, kind: 'exposure', evidence },
    summary: `Close ${node} to ${from === 'internet' ? 'the internet' : exposure.from}${rule?.node ? ` (${rule.node})` : ''}`,
  };
  const unsure = passes.find(({ says }) => says === 'undecided');
  const condition: PathCondition | null =
    reachable === 'unknown' ? { text: unsure?.detail ?? `${node} is reachable`, likelihood: 'unknown', tags: [] } : null;
  return {
    ...{ from, to, condition, setting, evidence: evidenceOf(building, ...passes.map(({ place }) => place)) },
    ports: ports.map((each) => ({ protocol: each.protocol, from: each.from, to: each.to })),
    because: [...new Set(passes.map(({ station }) => station))],
  };
}

/** Classes of equal interfaces; those without a workload or store fall out. */
export function neighborsFor({ estate }: Building, byNode: ReadonlyMap<string, string>): PathNeighbors {
  const { classes, edges } = reachability(estate);
  return {
    classes: classes.map(({ subnet, nodes }) => ({ name: subnet, members: nodes.flatMap((node) => byNode.get(node) ?? []) })),
    passages: edges,
  };
}
