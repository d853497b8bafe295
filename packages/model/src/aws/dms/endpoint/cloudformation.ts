import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ReplicationEndpoint } from './shape.ts';

export const cloudformation = defineCloudFormation<ReplicationEndpoint>({
  types: ['AWS::DMS::Endpoint'],
  identity: ['EndpointIdentifier'],
  read: (endpoint) => ({
    engine: endpoint.string('EngineName', { required: true }),
    sslMode: endpoint.string('SslMode', { default: 'none' }),
    hasCustomerKey: keyOf(endpoint),
  }),
});

const S3_KEY = 'ServerSideEncryptionKmsKeyId';

/** Connection settings are always encrypted with `KmsKeyId`; for S3 it is the key of the objects that counts. */
function keyOf(endpoint: BlockReader): Leaf<boolean> {
  const settings = endpoint.block('S3Settings');
  return settings.value(S3_KEY) !== undefined ? customerKey(settings, S3_KEY) : customerKey(endpoint, 'KmsKeyId');
}
