import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { DataQualityJob } from './shape.ts';

export const terraform = defineTerraform<DataQualityJob>({
  types: ['aws_sagemaker_data_quality_job_definition'],
  identity: ['name'],
  read: (job) => ({
    outputHasCustomerKey: customerKey(job.block('data_quality_job_output_config'), 'kms_key_id'),
    volumeHasCustomerKey: customerKey(job.block('job_resources').block('cluster_config'), 'volume_kms_key_id'),
    encryptsTraffic: job.block('network_config').boolean('enable_inter_container_traffic_encryption', { default: false }),
  }),
});
