import { defineTerraform } from '../../../code/index.ts';
import type { SslPolicy } from './shape.ts';

export const terraform = defineTerraform<SslPolicy>({
  types: ['google_compute_ssl_policy', 'google_compute_region_ssl_policy'],
  identity: ['name'],
  read: (block) => ({
    minimumVersion: block.string('min_tls_version', { default: 'TLS_1_0' }),
    profile: block.string('profile', { default: 'COMPATIBLE' }),
    ciphers: block.strings('custom_features'),
  }),
});
