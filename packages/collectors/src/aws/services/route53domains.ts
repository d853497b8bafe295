import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Route 53 domain registration API reference, read 2026-11-22. */
export const service = defineService({
  id: 'route53domains',
  load: async () => await import('@aws-sdk/client-route-53-domains'),
  client: 'Route53DomainsClient',
  scope: 'global',
  calls: [
    {
      operation: 'ListDomains',
      each: {
        items: 'Domains',
        calls: [
          // Names, addresses and telephone numbers of people are of no use here.
          {
            operation: 'GetDomainDetail',
            input: named('DomainName'),
            redact: ['AdminContact', 'RegistrantContact', 'TechContact', 'BillingContact', 'AbuseContactEmail', 'AbuseContactPhone'],
          },
        ],
      },
    },
  ],
});
