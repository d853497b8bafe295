import { itself } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon SES API v2 reference, read 2026-11-22. */
export const service = defineService({
  id: 'sesv2',
  load: async () => await import('@aws-sdk/client-sesv2'),
  client: 'SESv2Client',
  scope: 'regional',
  prefix: 'ses',
  calls: [
    {
      operation: 'ListConfigurationSets',
      each: {
        items: 'ConfigurationSets',
        calls: [{ operation: 'GetConfigurationSet', input: itself('ConfigurationSetName'), absent: ['NotFoundException'] }],
      },
    },
  ],
});
