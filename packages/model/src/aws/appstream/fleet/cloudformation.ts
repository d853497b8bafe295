import { defineCloudFormation } from '../../../code/index.ts';
import type { StreamingFleet } from './shape.ts';

export const cloudformation = defineCloudFormation<StreamingFleet>({
  types: ['AWS::AppStream::Fleet'],
  identity: ['Name'],
  read: (fleet) => ({
    hasInternet: fleet.boolean('EnableDefaultInternetAccess', { default: false }),
    maximumSeconds: fleet.number('MaxUserDurationInSeconds', { default: 57600 }),
    disconnectSeconds: fleet.number('DisconnectTimeoutInSeconds', { default: 900 }),
  }),
});
