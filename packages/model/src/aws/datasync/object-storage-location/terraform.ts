import { defineTerraform } from '../../../code/index.ts';
import type { ObjectStorageLocation } from './shape.ts';

export const terraform = defineTerraform<ObjectStorageLocation>({
  types: ['aws_datasync_location_object_storage'],
  identity: ['server_hostname'],
  read: (location) => ({
    hasSecretKey: location.isSet('secret_key'),
    protocol: location.string('server_protocol', { default: 'HTTPS' }),
  }),
});
