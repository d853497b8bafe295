/** The worlds of an estate: one for each cloud of which it has something. */
import type { Estate } from '@kumomori/model';
import { AzureWorld } from './azure-world.ts';
import { GcpWorld } from './gcp-world.ts';
import { KubernetesWorld } from './kubernetes-world.ts';
import type { CloudWorld } from './types.ts';

export interface CloudWorlds {
  readonly kubernetes: KubernetesWorld | null;
  readonly gcp: GcpWorld | null;
  readonly azure: AzureWorld | null;
  readonly all: readonly CloudWorld[];
}

export function cloudWorlds(estate: Estate): CloudWorlds {
  const cluster = new KubernetesWorld(estate);
  const kubernetes = cluster.principals.length > 0 ? cluster : null;
  const google = new GcpWorld(estate);
  const gcp = google.principals.length > 0 ? google : null;
  const microsoft = new AzureWorld(estate);
  const azure = microsoft.principals.length > 0 ? microsoft : null;
  return { kubernetes, gcp, azure, all: [kubernetes, gcp, azure].filter((each) => each !== null) };
}
