import { defineTerraform } from '../../../code/index.ts';
import type { AlloyDbInstance } from './shape.ts';

export const terraform = defineTerraform<AlloyDbInstance>({
  types: ['google_alloydb_instance'],
  identity: ['instance_id'],
  read: (block) => ({
    hasPublicAddress: block.block('network_config').boolean('enable_public_ip', { default: false }),
    sslMode: block.block('client_connection_config').block('ssl_config').string('ssl_mode', { default: 'ENCRYPTED_ONLY' }),
  }),
});
