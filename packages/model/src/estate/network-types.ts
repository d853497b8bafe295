/** Block types that the analysis of networks reads. */
import { awsBalancerReaders } from './aws/network-balancers.ts';
import { awsComputeNetworkReaders } from './aws/network-compute.ts';
import { awsFrontReaders } from './aws/network-fronts.ts';
import { awsRuleReaders } from './aws/network-rules.ts';
import { awsNetworkReaders } from './aws/network.ts';

export const networkBlockTypes: ReadonlySet<string> = new Set(
  [awsNetworkReaders, awsRuleReaders, awsComputeNetworkReaders, awsBalancerReaders, awsFrontReaders].flatMap((readers) =>
    readers.flatMap(({ types }) => types),
  ),
);
