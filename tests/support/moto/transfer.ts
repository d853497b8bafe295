import { CreateServerCommand, TransferClient } from '@aws-sdk/client-transfer';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  const client = new TransferClient(connection);
  await client.send(
    new CreateServerCommand({
      Protocols: ['SFTP'],
      EndpointType: 'VPC',
      LoggingRole: ROLE,
      StructuredLogDestinations: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/shop/transfer:*`],
      SecurityPolicyName: 'TransferSecurityPolicy-2024-01',
      Tags: [{ Key: 'Name', Value: 'orders-transfer' }],
    }),
  );
  await client.send(
    new CreateServerCommand({
      Protocols: ['FTP'],
      EndpointType: 'PUBLIC',
      SecurityPolicyName: 'TransferSecurityPolicy-2018-11',
      Tags: [{ Key: 'Name', Value: 'leaflets-transfer' }],
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-transfer', 'leaflets-transfer', [
    'aws-transfer-logging',
    'aws-transfer-no-ftp',
    'aws-transfer-not-public',
    'aws-transfer-security-policy',
  ]),
];
