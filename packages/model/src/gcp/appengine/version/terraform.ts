import { defineTerraform } from '../../../code/index.ts';
import type { AppEngineVersion } from './shape.ts';

export const terraform = defineTerraform<AppEngineVersion>({
  types: ['google_app_engine_standard_app_version', 'google_app_engine_flexible_app_version'],
  identity: ['version_id', 'service'],
  read: (block) => ({
    securityLevels: block.list<string>('handlers', (handler) => handler.string('security_level', { default: 'SECURE_OPTIONAL' })),
  }),
});
