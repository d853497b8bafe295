import { absent, defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { FileShare } from './shape.ts';

export const terraform = defineTerraform<FileShare>({
  types: ['aws_storagegateway_nfs_file_share', 'aws_storagegateway_smb_file_share'],
  identity: ['file_share_name', 'id'],
  read: (share) => ({
    hasCustomerKey: customerKey(share, 'kms_key_arn'),
    authentication:
      share.resource?.type === 'aws_storagegateway_smb_file_share'
        ? share.string('authentication', { default: 'ActiveDirectory' })
        : absent(share.place),
    clients: share.strings('client_list'),
  }),
});
