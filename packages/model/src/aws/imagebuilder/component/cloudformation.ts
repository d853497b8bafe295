import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { ImageComponent } from './shape.ts';

export const cloudformation = defineCloudFormation<ImageComponent>({
  types: ['AWS::ImageBuilder::Component'],
  identity: ['Name'],
  read: (component) => ({
    hasCustomerKey: customerKey(component, 'KmsKeyId'),
  }),
});
