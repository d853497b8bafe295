import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ImageComponent } from './shape.ts';

export const terraform = defineTerraform<ImageComponent>({
  types: ['aws_imagebuilder_component'],
  identity: ['name'],
  read: (component) => ({
    hasCustomerKey: customerKey(component, 'kms_key_id'),
  }),
});
