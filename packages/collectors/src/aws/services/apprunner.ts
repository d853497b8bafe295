import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: AWS App Runner API reference, read 2026-11-22. */
export const service = defineService({
  id: 'apprunner',
  load: async () => await import('@aws-sdk/client-apprunner'),
  client: 'AppRunnerClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListServices',
      each: {
        items: 'ServiceSummaryList',
        calls: [
          {
            operation: 'DescribeService',
            input: named('ServiceArn'),
            unchangedWhile: ['UpdatedAt', 'Status'],
            absent: ['ResourceNotFoundException'],
            redact: [
              'Service.SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables.*',
              'Service.SourceConfiguration.ImageRepository.ImageConfiguration.StartCommand',
              'Service.SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables.*',
              'Service.SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.StartCommand',
            ],
          },
          { operation: 'ListTagsForResource', input: named('ServiceArn', 'ResourceArn'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
  ],
});
