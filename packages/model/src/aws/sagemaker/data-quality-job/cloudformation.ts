import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { DataQualityJob } from './shape.ts';

export const cloudformation = defineCloudFormation<DataQualityJob>({
  types: ['AWS::SageMaker::DataQualityJobDefinition'],
  identity: ['JobDefinitionName'],
  read: (job) => ({
    outputHasCustomerKey: customerKey(job.block('DataQualityJobOutputConfig'), 'KmsKeyId'),
    volumeHasCustomerKey: customerKey(job.block('JobResources').block('ClusterConfig'), 'VolumeKmsKeyId'),
    encryptsTraffic: job.block('NetworkConfig').boolean('EnableInterContainerTrafficEncryption', { default: false }),
  }),
});
