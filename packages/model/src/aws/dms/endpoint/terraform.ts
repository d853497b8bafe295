import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationEndpoint } from './shape.ts';

export const terraform = defineTerraform<ReplicationEndpoint>({
  types: ['aws_dms_endpoint', 'aws_dms_s3_endpoint'],
  identity: ['endpoint_id'],
  read: (endpoint) => ({
    engine:
      endpoint.resource?.type === 'aws_dms_s3_endpoint'
        ? explicit('s3', endpoint.place)
        : endpoint.string('engine_name', { required: true }),
    sslMode: endpoint.string('ssl_mode', { default: 'none' }),
    hasCustomerKey: keyOf(endpoint),
  }),
});

const S3_KEY = 'server_side_encryption_kms_key_id';

/** Connection settings are always encrypted with `kms_key_arn`; for S3 it is the key of the objects that counts. */
function keyOf(endpoint: BlockReader): Leaf<boolean> {
  const settings = endpoint.block('s3_settings');
  if (settings.value(S3_KEY) !== undefined) return customerKey(settings, S3_KEY);
  return customerKey(endpoint, endpoint.value('kms_key_arn') !== undefined ? 'kms_key_arn' : S3_KEY);
}
