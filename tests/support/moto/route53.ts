import { CloudWatchLogsClient, CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateHostedZoneCommand, CreateQueryLoggingConfigCommand, Route53Client } from '@aws-sdk/client-route-53';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  await new CloudWatchLogsClient(connection).send(new CreateLogGroupCommand({ logGroupName: '/aws/route53/example.com' }));
  const route53 = new Route53Client(connection);
  const zone = async (Name: string): Promise<string> => {
    const made = await route53.send(new CreateHostedZoneCommand({ Name, CallerReference: Name }));
    return made.HostedZone?.Id?.replace('/hostedzone/', '') ?? '';
  };
  await route53.send(
    new CreateQueryLoggingConfigCommand({
      HostedZoneId: await zone('shop.example.com.'),
      CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/route53/example.com:*`,
    }),
  );
  await zone('leaflets.example.com.');
}

export const expected: readonly Expectation[] = [...pairs('shop.example.com', 'leaflets.example.com', ['aws-route53-query-logging'])];
