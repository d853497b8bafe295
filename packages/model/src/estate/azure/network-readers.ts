/** All readers of Azure's networks. */
import type { EntityReader } from '../entity.ts';
import { azureBalancerReaders } from './network-balancers.ts';
import { azureFrontReaders } from './network-fronts.ts';
import { azureRuleReaders } from './network-rules.ts';
import type { AzureEntity } from './network-words.ts';
import { azurePlaceReaders } from './network.ts';

export const azureNetworkReaders: readonly EntityReader<AzureEntity>[] = [
  ...azurePlaceReaders,
  ...azureRuleReaders,
  ...azureBalancerReaders,
  ...azureFrontReaders,
];
