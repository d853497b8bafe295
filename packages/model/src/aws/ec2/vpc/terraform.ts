import { defineTerraform, explicit, object } from '../../../code/index.ts';
import type { FlowLog, Vpc } from './shape.ts';

export const terraform = defineTerraform<Vpc>({
  types: ['aws_vpc', 'aws_default_vpc'],
  satellites: { aws_flow_log: 'vpc_id' },
  identity: ['id'],
  read(vpc, context) {
    const flowLogs = context.satellites('aws_flow_log').map((log) => ({
      node: object<FlowLog>({ trafficType: log.string('traffic_type') }, log.place),
      uncertain: log.uncertain,
    }));
    return {
      isDefault: explicit(vpc.resource?.type === 'aws_default_vpc', vpc.place),
      flowLogs: { node: 'list', items: flowLogs, rest: null, place: vpc.place },
      tags: context.tags(vpc),
    };
  },
});
