import { defineService } from '../service.ts';

/** Source: AWS Account Management API reference, read 2026-11-22. */
const contact = (AlternateContactType: string): { operation: string; input: { AlternateContactType: string }; absent: string[] } => ({
  operation: 'GetAlternateContact',
  input: { AlternateContactType },
  absent: ['ResourceNotFoundException'],
});

export const service = defineService({
  id: 'account',
  load: async () => await import('@aws-sdk/client-account'),
  client: 'AccountClient',
  scope: 'global',
  calls: [
    { operation: 'GetContactInformation', absent: ['ResourceNotFoundException'] },
    contact('SECURITY'),
    contact('BILLING'),
    contact('OPERATIONS'),
    { operation: 'ListRegions' },
  ],
});
