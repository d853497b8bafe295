import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

const ABSENT = ['PolicyNotFound', 'FileSystemNotFound'];

/** Source: Amazon EFS API reference, read 2026-11-22. */
export const service = defineService({
  id: 'efs',
  prefix: 'elasticfilesystem',
  load: async () => await import('@aws-sdk/client-efs'),
  client: 'EFSClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeFileSystems',
      each: {
        items: 'FileSystems',
        calls: [
          { operation: 'DescribeFileSystemPolicy', input: named('FileSystemId'), absent: ABSENT },
          { operation: 'DescribeBackupPolicy', input: named('FileSystemId'), absent: ABSENT },
        ],
      },
    },
    { operation: 'DescribeAccessPoints' },
  ],
});
