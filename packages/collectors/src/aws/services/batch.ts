import { defineService } from '../service.ts';

/** Source: AWS Batch API reference, read 2026-11-22. */
export const service = defineService({
  id: 'batch',
  load: async () => await import('@aws-sdk/client-batch'),
  client: 'BatchClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeJobDefinitions',
      input: { status: 'ACTIVE' },
      redact: [
        'jobDefinitions[].containerProperties.environment[].value',
        'jobDefinitions[].containerProperties.command',
        'jobDefinitions[].parameters.*',
        'jobDefinitions[].nodeProperties.nodeRangeProperties[].container.environment[].value',
        'jobDefinitions[].ecsProperties.taskProperties[].containers[].environment[].value',
        'jobDefinitions[].eksProperties.podProperties.containers[].env[].value',
        'jobDefinitions[].eksProperties.podProperties.initContainers[].env[].value',
      ],
    },
  ],
});
