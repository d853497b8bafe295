import { defineTerraform } from '../../../code/index.ts';
import type { BackendService } from './shape.ts';

export const terraform = defineTerraform<BackendService>({
  types: ['google_compute_backend_service', 'google_compute_region_backend_service'],
  identity: ['name'],
  read: (block) => ({
    scheme: block.string('load_balancing_scheme', {
      default: block.resource?.type === 'google_compute_region_backend_service' ? 'INTERNAL' : 'EXTERNAL',
    }),
    isLogged: block.block('log_config').boolean('enable', { default: false }),
    hasSecurityPolicy: block.isSet('security_policy'),
  }),
});
