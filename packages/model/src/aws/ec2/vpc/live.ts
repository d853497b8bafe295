import type { BlockReader } from '../../../code/index.ts';
import { defineLive, object } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { FlowLog, Vpc } from './shape.ts';

/** Like CloudFormation's; a flow log counts when it is active and its records arrive. */
export const live = defineLive<Vpc>({
  ...cloudformation,
  read(vpc, context) {
    const items = context
      .satellites('AWS::EC2::FlowLog')
      .filter(delivers)
      .map((log) => ({ node: object<FlowLog>({ trafficType: log.string('TrafficType') }, log.place), uncertain: log.uncertain }));
    return {
      ...cloudformation.read(vpc, context),
      isDefault: vpc.boolean('IsDefault', { default: false }),
      flowLogs: { node: 'list', items, rest: null, place: vpc.place },
    };
  },
});

function delivers(log: BlockReader): boolean {
  const status = log.string('FlowLogStatus');
  const delivery = log.string('DeliverLogsStatus');
  return (status.value ?? 'ACTIVE') === 'ACTIVE' && delivery.value !== 'FAILED';
}
