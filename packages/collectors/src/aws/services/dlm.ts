import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Data Lifecycle Manager API reference, read 2026-11-22. */
export const service = defineService({
  id: 'dlm',
  load: async () => await import('@aws-sdk/client-dlm'),
  client: 'DLMClient',
  scope: 'regional',
  calls: [
    {
      operation: 'GetLifecyclePolicies',
      each: {
        items: 'Policies',
        calls: [{ operation: 'GetLifecyclePolicy', input: named('PolicyId'), absent: ['ResourceNotFoundException'] }],
      },
    },
  ],
});
