import type { AwsCall } from '../service.ts';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Models, endpoint configurations and job definitions can be made and deleted, never changed. */
const MADE_ONCE = ['CreationTime'];
const ENVIRONMENT = ['PrimaryContainer.Environment.*', 'Containers[].Environment.*'];

function tags(arn: string): AwsCall {
  return { operation: 'ListTags', input: named(arn, 'ResourceArn') };
}

/** Source: Amazon SageMaker API reference, read 2026-11-22. */
export const service = defineService({
  id: 'sagemaker',
  load: async () => await import('@aws-sdk/client-sagemaker'),
  client: 'SageMakerClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListNotebookInstances',
      each: {
        items: 'NotebookInstances',
        calls: [
          {
            operation: 'DescribeNotebookInstance',
            input: named('NotebookInstanceName'),
            unchangedWhile: ['LastModifiedTime', 'CreationTime'],
          },
          tags('NotebookInstanceArn'),
        ],
      },
    },
    {
      operation: 'ListDomains',
      each: { items: 'Domains', calls: [{ operation: 'DescribeDomain', input: named('DomainId') }, tags('DomainArn')] },
    },
    {
      operation: 'ListEndpointConfigs',
      each: {
        items: 'EndpointConfigs',
        calls: [
          { operation: 'DescribeEndpointConfig', input: named('EndpointConfigName'), unchangedWhile: MADE_ONCE },
          tags('EndpointConfigArn'),
        ],
      },
    },
    {
      operation: 'ListModels',
      each: {
        items: 'Models',
        calls: [
          { operation: 'DescribeModel', input: named('ModelName'), redact: ENVIRONMENT, unchangedWhile: MADE_ONCE },
          tags('ModelArn'),
        ],
      },
    },
    {
      operation: 'ListDataQualityJobDefinitions',
      each: {
        items: 'JobDefinitionSummaries',
        calls: [
          {
            operation: 'DescribeDataQualityJobDefinition',
            input: named('MonitoringJobDefinitionName', 'JobDefinitionName'),
            unchangedWhile: MADE_ONCE,
          },
          tags('MonitoringJobDefinitionArn'),
        ],
      },
    },
    {
      operation: 'ListModelBiasJobDefinitions',
      each: {
        items: 'JobDefinitionSummaries',
        calls: [
          {
            operation: 'DescribeModelBiasJobDefinition',
            input: named('MonitoringJobDefinitionName', 'JobDefinitionName'),
            unchangedWhile: MADE_ONCE,
          },
          tags('MonitoringJobDefinitionArn'),
        ],
      },
    },
    {
      operation: 'ListModelQualityJobDefinitions',
      each: {
        items: 'JobDefinitionSummaries',
        calls: [
          {
            operation: 'DescribeModelQualityJobDefinition',
            input: named('MonitoringJobDefinitionName', 'JobDefinitionName'),
            unchangedWhile: MADE_ONCE,
          },
          tags('MonitoringJobDefinitionArn'),
        ],
      },
    },
    {
      operation: 'ListModelExplainabilityJobDefinitions',
      each: {
        items: 'JobDefinitionSummaries',
        calls: [
          {
            operation: 'DescribeModelExplainabilityJobDefinition',
            input: named('MonitoringJobDefinitionName', 'JobDefinitionName'),
            unchangedWhile: MADE_ONCE,
          },
          tags('MonitoringJobDefinitionArn'),
        ],
      },
    },
    {
      operation: 'ListFlowDefinitions',
      each: {
        items: 'FlowDefinitionSummaries',
        calls: [{ operation: 'DescribeFlowDefinition', input: named('FlowDefinitionName') }, tags('FlowDefinitionArn')],
      },
    },
  ],
});
