import { defineTerraform } from '../../../code/index.ts';
import type { GraphInstance } from './shape.ts';

export const terraform = defineTerraform<GraphInstance>({
  types: ['aws_neptune_cluster_instance'],
  identity: ['identifier'],
  read: (instance) => ({
    isPublic: instance.boolean('publicly_accessible', { default: false }),
  }),
});
