import { defineCloudFormation } from '../../../code/index.ts';
import type { EventDataStore } from './shape.ts';

export const cloudformation = defineCloudFormation<EventDataStore>({
  types: ['AWS::CloudTrail::EventDataStore'],
  identity: ['Name'],
  read: (store) => ({
    hasKmsKey: store.isSet('KmsKeyId'),
    isProtected: store.boolean('TerminationProtectionEnabled', { default: true }),
  }),
});
