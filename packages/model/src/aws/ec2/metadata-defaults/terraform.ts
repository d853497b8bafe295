import { defineTerraform } from '../../../code/index.ts';
import type { MetadataDefaults } from './shape.ts';

export const terraform = defineTerraform<MetadataDefaults>({
  types: ['aws_ec2_instance_metadata_defaults'],
  read: (defaults) => ({
    tokenUse: defaults.string('http_tokens', { default: 'no-preference' }),
  }),
});
