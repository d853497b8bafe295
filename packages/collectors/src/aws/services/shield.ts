import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS Shield Advanced API reference, read 2026-11-22. */
export const service = defineService({
  id: 'shield',
  load: async () => await import('@aws-sdk/client-shield'),
  client: 'ShieldClient',
  scope: 'global',
  calls: [
    // Without a subscription there is nothing to list.
    {
      operation: 'ListProtections',
      absent: ['ResourceNotFoundException'],
      each: {
        items: 'Protections',
        calls: [{ operation: 'ListTagsForResource', input: named('ProtectionArn', 'ResourceARN'), absent: ['ResourceNotFoundException'] }],
      },
    },
  ],
});
