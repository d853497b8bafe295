import { defineLive } from '../../../code/index.ts';
import type { Accelerator } from './shape.ts';

/** CloudFormation makes accelerators without their attributes: nothing of its templates is read. */
export const live = defineLive<Accelerator>({
  types: ['AWS::GlobalAccelerator::Accelerator'],
  identity: ['Name'],
  read: (accelerator) => ({ flowLogs: accelerator.boolean('FlowLogsEnabled', { default: false }) }),
});
