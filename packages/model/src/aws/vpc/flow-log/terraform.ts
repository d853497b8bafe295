import { defineTerraform } from '../../../code/index.ts';
import type { VpcFlowLog } from './shape.ts';

export const terraform = defineTerraform<VpcFlowLog>({
  types: ['aws_flow_log'],
  read: (log, context) => ({
    destinationType: log.string('log_destination_type', { default: 'cloud-watch-logs' }),
    logGroup: context.ref(log, log.value('log_destination') ? 'log_destination' : 'log_group_name', 'aws.logs.group'),
  }),
});
