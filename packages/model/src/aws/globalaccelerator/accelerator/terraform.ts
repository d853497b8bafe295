import { defineTerraform } from '../../../code/index.ts';
import type { Accelerator } from './shape.ts';

export const terraform = defineTerraform<Accelerator>({
  types: ['aws_globalaccelerator_accelerator'],
  identity: ['name'],
  read: (accelerator) => ({
    flowLogs: accelerator.block('attributes').boolean('flow_logs_enabled', { default: false }),
  }),
});
