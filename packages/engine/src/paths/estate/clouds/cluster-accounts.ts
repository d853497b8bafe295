/** Service accounts of clusters that are somebody in a cloud: whoever runs as one, in a pod or with a token of his own, is that one. */
import { workloadsOf } from '@kumomori/model';
import type { PathTrust } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { RUNNING } from './oracle.ts';

/** Account of the cluster → ids of principals of the cloud. */
export function fromClusters({ estate }: Building, accounts: ReadonlyMap<string, readonly string[]>): readonly PathTrust[] {
  const pods = new Map<string, string[]>();
  for (const { id, identities } of workloadsOf(estate))
    for (const name of identities.items) if (accounts.has(name)) pods.set(name, [...(pods.get(name) ?? []), id]);
  return [...accounts].flatMap(([name, principals]) =>
    principals.flatMap((to) =>
      [name + RUNNING, ...(pods.get(name) ?? [])].map((through): PathTrust => ({
        ...{
          from: { kind: 'service-account', node: name },
          through,
          to,
          condition: null,
          isKnown: true,
          isOwn: true,
          setting: null,
          evidence: [],
        },
      })),
    ),
  );
}
