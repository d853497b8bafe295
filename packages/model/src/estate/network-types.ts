/** Block types that the analysis of networks reads. */
import { awsBalancerReaders, awsComputeNetworkReaders, awsFrontReaders, awsRuleReaders, awsNetworkReaders } from './aws/index.ts';

export const networkBlockTypes: ReadonlySet<string> = new Set(
  [awsNetworkReaders, awsRuleReaders, awsComputeNetworkReaders, awsBalancerReaders, awsFrontReaders].flatMap((readers) =>
    readers.flatMap(({ types }) => types),
  ),
);
