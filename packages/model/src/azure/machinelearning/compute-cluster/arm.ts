import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isWord, not } from '../../core/index.ts';
import type { MachineLearningCluster } from './shape.ts';

export const arm = defineArm<MachineLearningCluster>({
  types: ['Microsoft.MachineLearningServices/workspaces/computes'],
  identity: ['name'],
  read(cluster): FieldsOf<MachineLearningCluster> {
    const properties = cluster.block('properties');
    return {
      isCluster: isWord(properties.string('computeType', { default: 'AmlCompute' }), 'AmlCompute'),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      minNodes: properties.block('properties').block('scaleSettings').number('minNodeCount', { default: 0 }),
    };
  },
});
