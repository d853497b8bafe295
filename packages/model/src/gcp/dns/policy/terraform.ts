import { defineTerraform } from '../../../code/index.ts';
import type { DnsPolicy } from './shape.ts';

export const terraform = defineTerraform<DnsPolicy>({
  types: ['google_dns_policy'],
  identity: ['name'],
  read: (block) => ({
    isLogged: block.boolean('enable_logging', { default: false }),
  }),
});
