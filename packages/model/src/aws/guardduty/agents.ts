/** Where runtime monitoring installs its agent by itself, read alike from every format. */
import type { BlockReader, ListNode } from '../../code/index.ts';
import { list, unresolved } from '../../code/index.ts';

/** What a format calls the parts. */
export interface AgentNames {
  readonly title: string;
  readonly status: string;
  readonly additional: string;
}

/** Names of the agents that an enabled runtime monitoring manages. A status that is not known leaves the list open. */
export function managedAgents(features: readonly BlockReader[], detector: BlockReader, names: AgentNames): ListNode<string> {
  const monitoring = features.filter(
    (feature) =>
      /^(?:EKS_)?RUNTIME_MONITORING$/.test(feature.string(names.title).value ?? '') && feature.string(names.status).value === 'ENABLED',
  );
  const agents = monitoring.flatMap((feature) => feature.blocks(names.additional).readers);
  const states = agents.map((agent) => ({ agent, status: agent.string(names.status) }));
  const open = states.find(({ status }) => status.state === 'unresolved')?.status;
  const enabled = states
    .filter(({ status }) => status.value === 'ENABLED')
    .map(({ agent }) => agent.string(names.title, { required: true }));
  const rest = open ? unresolved<never>(open.reason ?? { code: 'computed', detail: 'it is not known' }, open.place) : null;
  return list<string>(enabled, monitoring[0]?.place ?? detector.place, rest);
}
