/** Answers of AWS Elastic Beanstalk, in the words of CloudFormation. Source: AWS Elastic Beanstalk API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, itemsAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'elasticbeanstalk:DescribeEnvironments',
    items: 'Environments',
    types: ['AWS::ElasticBeanstalk::Environment'],
    declare: environment,
  },
];

function environment(item: Json, context: LiveContext): LiveThing | null {
  const [name, application] = [textOf(item, 'EnvironmentName'), textOf(item, 'ApplicationName')];
  if (name === undefined || application === undefined || textOf(item, 'Status') === 'Terminated') return null;
  const { partition, region, account } = context;
  const arn = textOf(item, 'EnvironmentArn') ?? `arn:${partition}:elasticbeanstalk:${region}:${account}:environment/${application}/${name}`;
  const tags = context.answer('elasticbeanstalk:ListTagsForResource', { ResourceArn: arn }, ['ResourceNotFoundException']);
  return {
    type: 'AWS::ElasticBeanstalk::Environment',
    id: arn,
    name,
    names: [textOf(item, 'EnvironmentId') ?? name],
    ...described(
      context.answer('elasticbeanstalk:DescribeConfigurationSettings', { ApplicationName: application, EnvironmentName: name }),
      (json) => ({ OptionSettings: itemsAt(json, 'ConfigurationSettings.OptionSettings') }),
      {
        EnvironmentName: name,
        ApplicationName: application,
        // Of `orders.eu-central-1.elasticbeanstalk.com`.
        CNAMEPrefix: textOf(item, 'CNAME')?.split('.')[0],
        Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'ResourceTags'))),
      },
    ),
  };
}
