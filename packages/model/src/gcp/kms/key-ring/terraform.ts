import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { KeyRing } from './shape.ts';

export const terraform = defineTerraform<KeyRing>({
  types: ['google_kms_key_ring'],
  satellites: { ...iamSatellites('google_kms_key_ring', 'key_ring_id') },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    iam: bindingsOf(context, block.place, 'google_kms_key_ring'),
  }),
});
