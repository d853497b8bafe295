/**
 * Configurations of the kubelets, through the proxy of the API server. It takes `get nodes/proxy`, which also lets one run commands in the pods
 * of a node: whoever does not give that loses the checks of kubelets, and nothing else.
 */
import type { Json } from '@kumomori/model';
import { CORE_GROUP, KUBELET_CONFIGURATION, isJsonObject, itemsAt, textOf } from '@kumomori/model';
import { ApiFailure } from './failure.ts';
import type { Recorder } from './recorder.ts';

export interface FoundNode {
  readonly name: string;
  /** Its kubelet answers. */
  readonly isReady: boolean;
}

/** Nodes of a pool are configured alike; a thousand show every pool. */
const MAX_NODES = 1000;
/** Nodes asked at the same time. */
const TOGETHER = 6;
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** The nodes of a page of their list. */
export function nodesIn(items: readonly Json[]): readonly FoundNode[] {
  return items.flatMap((item) => {
    const name = textOf(item, 'metadata.name') ?? '';
    const ready = itemsAt(item, 'status.conditions').find((condition) => textOf(condition, 'type') === 'Ready');
    return NAME.test(name) ? [{ name, isReady: ready === undefined || textOf(ready, 'status') === 'True' }] : [];
  });
}

/** After a refusal no other node is asked; one that is not ready is not waited for. */
export async function collectKubelets(nodes: readonly FoundNode[], recorder: Recorder): Promise<void> {
  const lack = (failure: ApiFailure): void => recorder.lack(CORE_GROUP, KUBELET_CONFIGURATION, failure, 'get nodes/proxy');
  const ready = nodes.filter(({ isReady }) => isReady);
  if (ready.length < nodes.length) lack(new ApiFailure('NodeNotReady', `${nodes.length - ready.length} nodes are not ready`));
  if (ready.length > MAX_NODES) lack(new ApiFailure('TooManyNodes', `only ${MAX_NODES} of ${ready.length} nodes were asked`));
  let isRefused = false;
  const ask = async (node: string): Promise<void> => {
    const path = `/api/v1/nodes/${node}/proxy/configz`;
    const { failure } = await recorder.ask({
      service: CORE_GROUP,
      operation: KUBELET_CONFIGURATION,
      path,
      // The API server itself waits for a node that does not answer.
      attempts: 2,
      permission: 'get nodes/proxy',
      keep: configuration,
    });
    if (!failure) return;
    lack(failure);
    isRefused ||= failure.status === 403 || failure.code === 'BudgetSpent';
  };
  const [first, ...others] = ready.slice(0, MAX_NODES);
  if (!first) return;
  // A refusal is the same for every node: one call finds out.
  await ask(first.name);
  const queue = others.values();
  const worker = async (): Promise<void> => {
    for (const { name } of queue) {
      if (isRefused) return;
      await ask(name);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
}

function configuration(answer: Json): Json {
  if (!isJsonObject(answer) || !isJsonObject(answer['kubeletconfig']))
    throw new ApiFailure('MalformedAnswer', 'the answer is no configuration of a kubelet', { status: 200 });
  // Whoever fetches manifests of static pods over HTTP may do so with a secret header.
  const { staticPodURLHeader: _, ...kept } = answer['kubeletconfig'];
  return { kubeletconfig: kept };
}
