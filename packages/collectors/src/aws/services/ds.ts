import { defineService } from '../service.ts';

/** Source: AWS Directory Service API reference, read 2026-11-22. */
export const service = defineService({
  id: 'ds',
  load: async () => await import('@aws-sdk/client-directory-service'),
  client: 'DirectoryServiceClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeDirectories',
      redact: [
        'DirectoryDescriptions[].RadiusSettings.SharedSecret',
        'DirectoryDescriptions[].OwnerDirectoryDescription.RadiusSettings.SharedSecret',
      ],
    },
    { operation: 'ListLogSubscriptions' },
  ],
});
