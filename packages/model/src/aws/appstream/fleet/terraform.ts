import { defineTerraform } from '../../../code/index.ts';
import type { StreamingFleet } from './shape.ts';

export const terraform = defineTerraform<StreamingFleet>({
  types: ['aws_appstream_fleet'],
  identity: ['name'],
  read: (fleet) => ({
    hasInternet: fleet.boolean('enable_default_internet_access', { default: false }),
    maximumSeconds: fleet.number('max_user_duration_in_seconds', { default: 57600 }),
    disconnectSeconds: fleet.number('disconnect_timeout_in_seconds', { default: 900 }),
  }),
});
