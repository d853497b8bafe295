import { defineTerraform } from '../../../code/index.ts';
import type { EventDataStore } from './shape.ts';

export const terraform = defineTerraform<EventDataStore>({
  types: ['aws_cloudtrail_event_data_store'],
  identity: ['name'],
  read: (store) => ({
    hasKmsKey: store.isSet('kms_key_id'),
    isProtected: store.boolean('termination_protection_enabled', { default: true }),
  }),
});
