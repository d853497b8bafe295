import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { KendraIndex } from './shape.ts';

export const cloudformation = defineCloudFormation<KendraIndex>({
  types: ['AWS::Kendra::Index'],
  identity: ['Name'],
  read: (index) => ({
    hasCustomerKey: customerKey(index.block('ServerSideEncryptionConfiguration'), 'KmsKeyId'),
  }),
});
