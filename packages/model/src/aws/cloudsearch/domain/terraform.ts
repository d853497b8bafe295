import { defineTerraform } from '../../../code/index.ts';
import type { SearchDomain } from './shape.ts';

export const terraform = defineTerraform<SearchDomain>({
  types: ['aws_cloudsearch_domain'],
  identity: ['name'],
  read: (domain) => ({
    enforcesHttps: domain.block('endpoint_options').boolean('enforce_https', { default: false }),
    tlsPolicy: domain.block('endpoint_options').string('tls_security_policy', { default: 'Policy-Min-TLS-1-0-2019-07' }),
  }),
});
