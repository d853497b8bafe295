/** Block types that the analysis of networks reads. */
import { azureNetworkReaders } from './azure/index.ts';
import { awsBalancerReaders, awsComputeNetworkReaders, awsFrontReaders, awsRuleReaders, awsNetworkReaders } from './aws/index.ts';

import { gcpNetworkReaders } from './gcp/index.ts';

export const networkBlockTypes: ReadonlySet<string> = new Set(
  [
    awsNetworkReaders,
    awsRuleReaders,
    awsComputeNetworkReaders,
    awsBalancerReaders,
    awsFrontReaders,
    azureNetworkReaders,
    gcpNetworkReaders,
  ].flatMap((readers) => readers.flatMap(({ types }) => types)),
);
