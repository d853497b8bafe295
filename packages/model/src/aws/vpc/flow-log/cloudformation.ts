import { defineCloudFormation } from '../../../code/index.ts';
import type { VpcFlowLog } from './shape.ts';

export const cloudformation = defineCloudFormation<VpcFlowLog>({
  types: ['AWS::EC2::FlowLog'],
  read: (log, context) => ({
    destinationType: log.string('LogDestinationType', { default: 'cloud-watch-logs' }),
    logGroup: context.ref(log, log.value('LogDestination') ? 'LogDestination' : 'LogGroupName', 'aws.logs.group'),
  }),
});
