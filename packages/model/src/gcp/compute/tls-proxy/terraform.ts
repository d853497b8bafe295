import { defineTerraform } from '../../../code/index.ts';
import type { TlsProxy } from './shape.ts';

export const terraform = defineTerraform<TlsProxy>({
  types: ['google_compute_target_https_proxy', 'google_compute_region_target_https_proxy', 'google_compute_target_ssl_proxy'],
  identity: ['name'],
  read: (block) => ({
    hasSslPolicy: block.isSet('ssl_policy'),
  }),
});
