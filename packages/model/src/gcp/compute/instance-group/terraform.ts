import { defineTerraform, explicit } from '../../../code/index.ts';
import type { InstanceGroup } from './shape.ts';

export const terraform = defineTerraform<InstanceGroup>({
  types: ['google_compute_instance_group_manager', 'google_compute_region_instance_group_manager'],
  identity: ['name'],
  read: (block) => ({
    isRegional: explicit(block.resource?.type === 'google_compute_region_instance_group_manager', block.place),
    hasAutohealing: block.has('auto_healing_policies'),
  }),
});
