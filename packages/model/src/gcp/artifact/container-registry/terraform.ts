import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { ContainerRegistry } from './shape.ts';

export const terraform = defineTerraform<ContainerRegistry>({
  types: ['google_container_registry'],
  satellites: { ...iamSatellites('google_storage_bucket', 'bucket') },
  identity: ['id'],
  read: (block, context) => ({
    iam: bindingsOf(context, block.place, 'google_storage_bucket'),
  }),
});
