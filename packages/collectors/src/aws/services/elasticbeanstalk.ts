import { named, namedBy } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS Elastic Beanstalk API reference, read 2026-11-22. */
export const service = defineService({
  id: 'elasticbeanstalk',
  load: async () => await import('@aws-sdk/client-elastic-beanstalk'),
  client: 'ElasticBeanstalkClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeEnvironments',
      input: { IncludeDeleted: false },
      next: { NextToken: 'NextToken' },
      each: {
        items: 'Environments',
        calls: [
          {
            operation: 'DescribeConfigurationSettings',
            input: namedBy('ApplicationName', 'EnvironmentName'),
            redact: [
              'ConfigurationSettings[].OptionSettings[Namespace=aws:elasticbeanstalk:application:environment].Value',
              'ConfigurationSettings[].OptionSettings[OptionName=DBPassword].Value',
            ],
          },
          { operation: 'ListTagsForResource', input: named('EnvironmentArn', 'ResourceArn'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
  ],
});
