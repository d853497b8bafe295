import { defineService } from '../service.ts';

/** Source: Amazon Lightsail API reference, read 2026-11-22. */
export const service = defineService({
  id: 'lightsail',
  load: async () => await import('@aws-sdk/client-lightsail'),
  client: 'LightsailClient',
  scope: 'regional',
  calls: [{ operation: 'GetRelationalDatabases', next: { nextPageToken: 'pageToken' } }],
});
