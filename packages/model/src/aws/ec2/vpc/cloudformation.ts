import { defineCloudFormation, explicit, object } from '../../../code/index.ts';
import type { FlowLog, Vpc } from './shape.ts';

/** Source: CloudFormation template reference, AWS::EC2::VPC and AWS::EC2::FlowLog, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Vpc>({
  types: ['AWS::EC2::VPC'],
  satellites: { 'AWS::EC2::FlowLog': 'ResourceId' },
  read(vpc, context) {
    const flowLogs = context.satellites('AWS::EC2::FlowLog').map((log) => ({
      node: object<FlowLog>({ trafficType: log.string('TrafficType') }, log.place),
      uncertain: log.uncertain,
    }));
    return {
      isDefault: explicit(false, vpc.place),
      flowLogs: { node: 'list', items: flowLogs, rest: null, place: vpc.place },
      tags: context.tags(vpc),
    };
  },
});
