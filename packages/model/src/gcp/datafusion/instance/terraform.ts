import { defineTerraform } from '../../../code/index.ts';
import type { DataFusionInstance } from './shape.ts';

export const terraform = defineTerraform<DataFusionInstance>({
  types: ['google_data_fusion_instance'],
  identity: ['name'],
  read: (block) => ({
    isPrivate: block.boolean('private_instance', { default: false }),
    isLogged: block.boolean('enable_stackdriver_logging', { default: false }),
    isMonitored: block.boolean('enable_stackdriver_monitoring', { default: false }),
    hasCustomerKey: block.block('crypto_key_config').isSet('key_reference'),
  }),
});
