import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import type { EbsVolume } from './shape.ts';

export const terraform = defineTerraform<EbsVolume>({
  types: ['aws_ebs_volume'],
  identity: ['id'],
  read: (volume, context) => ({
    hasCustomerKey: customerKey(volume, 'kms_key_id'),
    isBackedUp: isBackedUp(volume, context, { service: 'ec2', part: 'volume' }),
  }),
});
