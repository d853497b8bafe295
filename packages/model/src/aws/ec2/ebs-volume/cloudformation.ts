import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import type { EbsVolume } from './shape.ts';

export const cloudformation = defineCloudFormation<EbsVolume>({
  types: ['AWS::EC2::Volume'],
  read: (volume, context) => ({
    hasCustomerKey: customerKey(volume, 'KmsKeyId'),
    isBackedUp: isBackedUp(volume, context, { service: 'ec2', part: 'volume' }),
  }),
});
