import { defineTerraform } from '../../../code/index.ts';
import type { MonitoringJob } from './shape.ts';

export const terraform = defineTerraform<MonitoringJob>({
  types: ['aws_sagemaker_data_quality_job_definition'],
  identity: ['name'],
  read: (job) => ({
    isIsolated: job.block('network_config').boolean('enable_network_isolation', { default: false }),
    encryptsTraffic: job.block('network_config').boolean('enable_inter_container_traffic_encryption', { default: false }),
  }),
});
