import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Image } from './shape.ts';

export const terraform = defineTerraform<Image>({
  types: ['google_compute_image'],
  satellites: { ...iamSatellites('google_compute_image', 'image') },
  identity: ['name'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    hasCustomerKey: block.block('image_encryption_key').isSet('kms_key_self_link'),
    iam: bindingsOf(context, block.place, 'google_compute_image'),
  }),
});
