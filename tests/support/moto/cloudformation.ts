import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, pairs } from './expectation.ts';

const ROLE = `arn:aws:iam::${ACCOUNT}:role/example`;

export async function build(connection: Connection): Promise<void> {
  await new SNSClient(connection).send(new CreateTopicCommand({ Name: 'stack-events' }));
  const stacks = new CloudFormationClient(connection);
  const template = (Outputs: object): string =>
    JSON.stringify({ Resources: { Wait: { Type: 'AWS::CloudFormation::WaitConditionHandle' } }, Outputs });
  await stacks.send(
    new CreateStackCommand({
      StackName: 'orders-stack',
      TemplateBody: template({ Region: { Value: 'us-east-1' } }),
      RoleARN: ROLE,
      NotificationARNs: [`arn:aws:sns:us-east-1:${ACCOUNT}:stack-events`],
    }),
  );
  await stacks.send(new CreateStackCommand({ StackName: 'leaflets-stack', TemplateBody: template({ Region: { Value: 'us-east-1' } }) }));
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-stack', 'leaflets-stack', ['aws-cloudformation-stack-notifications', 'aws-cloudformation-stack-service-role']),
];
