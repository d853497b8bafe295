import { CreateWebACLCommand, PutLoggingConfigurationCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new WAFV2Client(connection);
  const VisibilityConfig = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'example' };
  const make = async (
    Name: string,
    Rules: CreateWebACLCommand['input']['Rules'],
    Scope: 'CLOUDFRONT' | 'REGIONAL' = 'REGIONAL',
  ): Promise<string> => {
    const made = await client.send(new CreateWebACLCommand({ Name, Scope, DefaultAction: { Allow: {} }, VisibilityConfig, Rules }));
    return made.Summary?.ARN ?? '';
  };
  const managed = {
    Name: 'known-bad-inputs',
    Priority: 1,
    OverrideAction: { None: {} },
    VisibilityConfig,
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesKnownBadInputsRuleSet' } },
  };
  const good = await make('orders-acl', [managed]);
  await make('leaflets-acl', []);
  await client.send(
    new PutLoggingConfigurationCommand({
      LoggingConfiguration: { ResourceArn: good, LogDestinationConfigs: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:aws-waf-logs-shop`] },
    }),
  );
  await make('orders-edge-acl', [managed], 'CLOUDFRONT');
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-acl', 'leaflets-acl', ['aws-wafv2-known-bad-inputs', 'aws-wafv2-webacl-has-rules', 'aws-wafv2-webacl-logging']),
];
