/** The worlds of an estate: one for each cloud of which it has something. */
import type { Estate } from '@kumomori/model';
import { KubernetesWorld } from './kubernetes-world.ts';
import type { CloudWorld } from './types.ts';

export interface CloudWorlds {
  readonly kubernetes: KubernetesWorld | null;
  readonly all: readonly CloudWorld[];
}

export function cloudWorlds(estate: Estate): CloudWorlds {
  const cluster = new KubernetesWorld(estate);
  const kubernetes = cluster.principals.length > 0 ? cluster : null;
  return { kubernetes, all: [kubernetes].filter((each) => each !== null) };
}
