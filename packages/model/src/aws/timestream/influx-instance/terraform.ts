import { defineTerraform } from '../../../code/index.ts';
import type { InfluxInstance } from './shape.ts';

export const terraform = defineTerraform<InfluxInstance>({
  types: ['aws_timestreaminfluxdb_db_instance'],
  identity: ['name'],
  read: (instance) => ({
    isPublic: instance.boolean('publicly_accessible', { default: false }),
    deployment: instance.string('deployment_type', { default: 'SINGLE_AZ' }),
  }),
});
