import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { LocationResource } from './shape.ts';

export const cloudformation = defineCloudFormation<LocationResource>({
  types: ['AWS::Location::Tracker', 'AWS::Location::GeofenceCollection'],
  identity: ['TrackerName', 'CollectionName'],
  read: (resource) => ({
    hasCustomerKey: customerKey(resource, 'KmsKeyId'),
  }),
});
