import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS WAF Classic API reference, read 2026-11-22. */
export const service = defineService({
  id: 'waf',
  load: async () => await import('@aws-sdk/client-waf'),
  client: 'WAFClient',
  scope: 'global',
  calls: [
    {
      operation: 'ListWebACLs',
      input: { Limit: 100 },
      next: { NextMarker: 'NextMarker' },
      each: { items: 'WebACLs', calls: [{ operation: 'GetWebACL', input: named('WebACLId'), absent: ['WAFNonexistentItemException'] }] },
    },
    { operation: 'ListLoggingConfigurations', input: { Limit: 100 }, next: { NextMarker: 'NextMarker' } },
  ],
});
