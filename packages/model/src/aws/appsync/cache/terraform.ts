import { defineTerraform } from '../../../code/index.ts';
import type { GraphqlCache } from './shape.ts';

export const terraform = defineTerraform<GraphqlCache>({
  types: ['aws_appsync_api_cache'],
  identity: ['api_id'],
  read: (cache) => ({
    encryptsAtRest: cache.boolean('at_rest_encryption_enabled', { default: false }),
    encryptsInTransit: cache.boolean('transit_encryption_enabled', { default: false }),
  }),
});
