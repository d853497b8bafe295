import { defineTerraform } from '../../../code/index.ts';
import { readObject } from './read-object.ts';
import type { CoreObject } from './shape.ts';

const TYPES = [
  'config_map',
  'secret',
  'service',
  'service_account',
  'persistent_volume_claim',
  'limit_range',
  'resource_quota',
  'ingress',
  'network_policy',
  'role',
  'role_binding',
  'pod_disruption_budget',
];

export const terraform = defineTerraform<CoreObject>({
  types: TYPES.flatMap((type) => [`kubernetes_${type}`, `kubernetes_${type}_v1`]),
  read: readObject,
});
