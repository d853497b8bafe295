import { defineTerraform } from '../../../code/index.ts';
import type { ServiceAccountKey } from './shape.ts';

export const terraform = defineTerraform<ServiceAccountKey>({
  types: ['google_service_account_key'],
  read: (block) => ({
    isUploaded: block.isSet('public_key_data'),
  }),
});
