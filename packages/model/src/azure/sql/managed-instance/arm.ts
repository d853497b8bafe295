import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { SqlManagedInstance } from './shape.ts';

export const arm = defineArm<SqlManagedInstance>({
  types: ['Microsoft.Sql/managedInstances'],
  identity: ['name'],
  read(instance): FieldsOf<SqlManagedInstance> {
    const properties = instance.block('properties');
    return {
      publicEndpoint: properties.boolean('publicDataEndpointEnabled', { default: false }),
      minTlsVersion: properties.string('minimalTlsVersion', { default: '1.2' }),
    };
  },
});
