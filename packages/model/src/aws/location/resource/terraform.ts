import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { LocationResource } from './shape.ts';

export const terraform = defineTerraform<LocationResource>({
  types: ['aws_location_tracker', 'aws_location_geofence_collection'],
  identity: ['tracker_name', 'collection_name'],
  read: (resource) => ({
    hasCustomerKey: customerKey(resource, 'kms_key_id'),
  }),
});
