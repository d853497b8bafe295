/**
 * Configurations of the kubelets, through the proxy of the API server. It takes `get nodes/proxy`, which also lets one run commands in the pods
 * of a node: whoever does not give that loses the checks of kubelets, and nothing else.
 */
import type { Json } from '@kumomori/model';
import { CORE_GROUP, KUBELET_CONFIGURATION, isJsonObject } from '@kumomori/model';
import { ApiFailure } from './failure.ts';
import type { Recorder } from './recorder.ts';

/** Nodes of a pool are configured alike; a thousand show every pool. */
const MAX_NODES = 1000;
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Asks node after node; after a refusal nobody else is asked. */
export async function collectKubelets(nodes: readonly string[], recorder: Recorder): Promise<void> {
  const lack = (failure: ApiFailure): void => recorder.lack(CORE_GROUP, KUBELET_CONFIGURATION, failure, 'get nodes/proxy');
  for (const node of nodes.filter((name) => NAME.test(name)).slice(0, MAX_NODES)) {
    const path = `/api/v1/nodes/${node}/proxy/configz`;
    const { failure } = await recorder.ask({
      service: CORE_GROUP,
      operation: KUBELET_CONFIGURATION,
      path,
      permission: 'get nodes/proxy',
      keep: configuration,
    });
    if (!failure) continue;
    lack(failure);
    if (failure.status === 403 || failure.code === 'BudgetSpent') return;
  }
  if (nodes.length > MAX_NODES) lack(new ApiFailure('TooManyNodes', `only ${MAX_NODES} of ${nodes.length} nodes were asked`));
}

function configuration(answer: Json): Json {
  if (!isJsonObject(answer) || !isJsonObject(answer['kubeletconfig']))
    throw new ApiFailure('MalformedAnswer', 'the answer is no configuration of a kubelet', { status: 200 });
  // Whoever reaches a static pod's manifest over HTTP may do so with a secret header.
  const { staticPodURLHeader: _, ...kept } = answer['kubeletconfig'];
  return { kubeletconfig: kept };
}
