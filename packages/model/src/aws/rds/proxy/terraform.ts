import { defineTerraform } from '../../../code/index.ts';
import type { DatabaseProxy } from './shape.ts';

export const terraform = defineTerraform<DatabaseProxy>({
  types: ['aws_db_proxy'],
  identity: ['name'],
  read: (proxy) => ({
    requiresTls: proxy.boolean('require_tls', { default: false }),
    debugLogging: proxy.boolean('debug_logging', { default: false }),
  }),
});
