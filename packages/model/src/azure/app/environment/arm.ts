import { defineArm } from '../../../code/index.ts';
import { isWord, not } from '../../core/index.ts';
import type { Environment } from './shape.ts';

export const arm = defineArm<Environment>({
  types: ['Microsoft.Web/hostingEnvironments'],
  identity: ['name'],
  read(environment) {
    const properties = environment.block('properties');
    return {
      isZoneRedundant: properties.boolean('zoneRedundant', { default: false }),
      isInternal: not(isWord(properties.string('internalLoadBalancingMode', { default: 'None' }), 'None')),
    };
  },
});
