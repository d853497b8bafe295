import { CreateAccessPointCommand, CreateFileSystemCommand, EFSClient, PutFileSystemPolicyCommand } from '@aws-sdk/client-efs';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs, policyText } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new EFSClient(connection);
  const make = async (
    name: string,
    options: { readonly Encrypted: boolean; readonly KmsKeyId?: string; readonly Backup?: boolean },
  ): Promise<string> => {
    const made = await client.send(new CreateFileSystemCommand({ CreationToken: name, Tags: [{ Key: 'Name', Value: name }], ...options }));
    return made.FileSystemId ?? '';
  };
  const good = await make('orders-files', { Encrypted: true, KmsKeyId: CUSTOMER_KEY, Backup: true });
  const bad = await make('leaflets-files', { Encrypted: false });
  await client.send(
    new PutFileSystemPolicyCommand({
      FileSystemId: bad,
      Policy: policyText({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount', Resource: '*' }),
    }),
  );
  await client.send(
    new CreateAccessPointCommand({
      ClientToken: 'orders-entry',
      Tags: [{ Key: 'Name', Value: 'orders-entry' }],
      FileSystemId: good,
      PosixUser: { Uid: 1000, Gid: 1000 },
      RootDirectory: { Path: '/orders' },
    }),
  );
  await client.send(
    new CreateAccessPointCommand({ ClientToken: 'leaflets-entry', Tags: [{ Key: 'Name', Value: 'leaflets-entry' }], FileSystemId: bad }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-entry', 'leaflets-entry', ['aws-efs-access-point-enforced-identity', 'aws-efs-access-point-root-directory']),
  ...pairs('orders-files', 'leaflets-files', ['aws-efs-cmk', 'aws-efs-encrypted', 'aws-efs-not-public']),
];
