import { defineTerraform } from '../../../code/index.ts';
import type { RouterNat } from './shape.ts';

export const terraform = defineTerraform<RouterNat>({
  types: ['google_compute_router_nat'],
  identity: ['name'],
  read: (block) => ({
    isLogged: block.block('log_config').boolean('enable', { default: false }),
  }),
});
