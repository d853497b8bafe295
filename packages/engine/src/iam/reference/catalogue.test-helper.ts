/** All that the case files need of the catalogue of actions: the services that support resource control policies. */
import type { ActionCatalogue } from '../aws/index.ts';
import { RCP_SERVICES } from './rcp-services.test-helper.ts';

export const rcpCatalogue: ActionCatalogue = {
  updatedAt: '2026-09-26',
  size: 0,
  names: [],
  indexOf: () => undefined,
  info: (index) => {
    throw new RangeError(`there is no action ${index}`);
  },
  isWithoutResource: () => false,
  hasService: () => true,
  conditionKeysOf: () => new Map(),
  supportsRcp: (service) => RCP_SERVICES.has(service),
};
