import { defineTerraform } from '../../../code/index.ts';
import type { TpuVm } from './shape.ts';

export const terraform = defineTerraform<TpuVm>({
  types: ['google_tpu_v2_vm'],
  identity: ['name'],
  read: (block) => ({
    hasExternalAddress: block.block('network_config').boolean('enable_external_ips', { default: false }),
  }),
});
