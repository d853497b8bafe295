import { defineTerraform } from '../../../code/index.ts';
import type { ImageBlockPublicAccess } from './shape.ts';

export const terraform = defineTerraform<ImageBlockPublicAccess>({
  types: ['aws_ec2_image_block_public_access'],
  read: (setting) => ({
    state: setting.string('state', { required: true }),
  }),
});
