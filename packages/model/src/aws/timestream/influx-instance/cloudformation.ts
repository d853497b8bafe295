import { defineCloudFormation } from '../../../code/index.ts';
import type { InfluxInstance } from './shape.ts';

export const cloudformation = defineCloudFormation<InfluxInstance>({
  types: ['AWS::Timestream::InfluxDBInstance'],
  identity: ['Name'],
  read: (instance) => ({
    isPublic: instance.boolean('PubliclyAccessible', { default: false }),
    deployment: instance.string('DeploymentType', { default: 'SINGLE_AZ' }),
  }),
});
