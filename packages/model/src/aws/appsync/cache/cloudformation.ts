import { defineCloudFormation } from '../../../code/index.ts';
import type { GraphqlCache } from './shape.ts';

export const cloudformation = defineCloudFormation<GraphqlCache>({
  types: ['AWS::AppSync::ApiCache'],
  identity: ['ApiId'],
  read: (cache) => ({
    encryptsAtRest: cache.boolean('AtRestEncryptionEnabled', { default: false }),
    encryptsInTransit: cache.boolean('TransitEncryptionEnabled', { default: false }),
  }),
});
