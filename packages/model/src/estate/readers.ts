/** Which blocks the analyses read, and how the things of each block type are named. One more area is one more line in each list. */
import type { EntityReader } from './entity.ts';
import type { Entity } from './kinds.ts';
import type { NameRule } from './naming.ts';
import {
  awsNames,
  awsIdentityReaders,
  awsBalancerReaders,
  awsComputeNetworkReaders,
  awsCopyReaders,
  awsFrontReaders,
  awsNetworkNames,
  awsRuleReaders,
  awsNetworkReaders,
} from './aws/index.ts';
import { azureIdentityNames, azureIdentityReaders, azureNetworkNames, azureNetworkReaders } from './azure/index.ts';
import { gcpIdentityNames, gcpIdentityReaders } from './gcp/index.ts';
import { gcpNetworkNames, gcpNetworkReaders } from './gcp/index.ts';
import { dnsReaders } from './dns.ts';
import { kubernetesIdentityReaders, kubernetesNetworkReader } from './kubernetes/index.ts';
import { workloadNames, workloadReaders } from './workload-readers.ts';

const READERS: readonly EntityReader<Entity>[] = [
  ...awsNetworkReaders,
  ...awsRuleReaders,
  ...awsComputeNetworkReaders,
  ...awsBalancerReaders,
  ...awsFrontReaders,
  ...azureNetworkReaders,
  ...gcpNetworkReaders,
  kubernetesNetworkReader,
  ...workloadReaders,
  ...awsIdentityReaders,
  ...kubernetesIdentityReaders,
  ...gcpIdentityReaders,
  ...azureIdentityReaders,
  ...awsCopyReaders,
  ...dnsReaders,
];

export const entityReaders: ReadonlyMap<string, readonly EntityReader<Entity>[]> = byType(READERS);
export const nameRules: ReadonlyMap<string, NameRule> = new Map([
  ...gcpIdentityNames,
  ...azureIdentityNames,
  ...workloadNames,
  ...azureNetworkNames,
  ...gcpNetworkNames,
  ...awsNetworkNames,
  ...awsNames,
]);

function byType(readers: readonly EntityReader<Entity>[]): ReadonlyMap<string, readonly EntityReader<Entity>[]> {
  const index = new Map<string, EntityReader<Entity>[]>();
  for (const reader of readers) for (const type of reader.types) index.set(type, [...(index.get(type) ?? []), reader]);
  return index;
}
