import { defineLive } from '../../../code/index.ts';
import type { Region } from './shape.ts';

export const live = defineLive<Region>({
  types: ['aws.core.region'],
  read: (region) => ({
    guardDuty: region.boolean('GuardDuty', { required: true }),
    securityHub: region.boolean('SecurityHub', { required: true }),
    config: region.boolean('Config', { required: true }),
    accessAnalyzer: region.boolean('AccessAnalyzer', { required: true }),
    inspector: region.boolean('Inspector', { required: true }),
    macie: region.boolean('Macie', { required: true }),
  }),
});
