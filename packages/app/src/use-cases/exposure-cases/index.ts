/** Hand-made networks with answers. */
import type { ExposureCase } from './kit.ts';
import { routes } from './routes.ts';
import { addresses } from './addresses.ts';
import { ipv6 } from './ipv6.ts';
import { lists } from './lists.ts';
import { groups } from './groups.ts';
import { balancers } from './balancers.ts';
import { fronts } from './fronts.ts';
import { eastWest } from './east-west.ts';

export const exposureCases: readonly ExposureCase[] = [
  ...routes,
  ...addresses,
  ...ipv6,
  ...lists,
  ...groups,
  ...balancers,
  ...fronts,
  ...eastWest,
];
