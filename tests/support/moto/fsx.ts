import { CreateFileSystemCommand, FSxClient } from '@aws-sdk/client-fsx';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';
import { makeNetwork } from './network.ts';

export async function build(connection: Connection): Promise<void> {
  const network = await makeNetwork(connection, 71);
  const fsx = new FSxClient(connection);
  const files = { FileSystemType: 'LUSTRE', StorageCapacity: 1200, SubnetIds: [network.subnets[0]] } as const;
  await fsx.send(
    new CreateFileSystemCommand({
      ...files,
      SubnetIds: [network.subnets[0]],
      KmsKeyId: CUSTOMER_KEY,
      LustreConfiguration: {
        DeploymentType: 'PERSISTENT_2',
        AutomaticBackupRetentionDays: 7,
        CopyTagsToBackups: true,
        PerUnitStorageThroughput: 125,
      },
      Tags: [{ Key: 'Name', Value: 'orders-lustre' }],
    }),
  );
  await fsx.send(
    new CreateFileSystemCommand({
      ...files,
      SubnetIds: [network.subnets[0]],
      LustreConfiguration: { DeploymentType: 'PERSISTENT_2', AutomaticBackupRetentionDays: 0, PerUnitStorageThroughput: 125 },
      Tags: [{ Key: 'Name', Value: 'leaflets-lustre' }],
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-lustre', 'leaflets-lustre', ['aws-fsx-automatic-backup', 'aws-fsx-cmk', 'aws-fsx-copy-tags-to-backups']),
];
