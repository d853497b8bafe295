import { defineCloudFormation } from '../../../code/index.ts';
import type { MonitoringJob } from './shape.ts';

export const cloudformation = defineCloudFormation<MonitoringJob>({
  types: [
    'AWS::SageMaker::DataQualityJobDefinition',
    'AWS::SageMaker::ModelBiasJobDefinition',
    'AWS::SageMaker::ModelQualityJobDefinition',
    'AWS::SageMaker::ModelExplainabilityJobDefinition',
  ],
  identity: ['JobDefinitionName'],
  read: (job) => ({
    isIsolated: job.block('NetworkConfig').boolean('EnableNetworkIsolation', { default: false }),
    encryptsTraffic: job.block('NetworkConfig').boolean('EnableInterContainerTrafficEncryption', { default: false }),
  }),
});
