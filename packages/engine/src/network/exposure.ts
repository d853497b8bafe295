/** What the internet reaches, resource by resource. */
import type { Estate } from '@kumomori/model';
import { Analysis } from './analysis.ts';
import { cloudExposures } from './clouds.ts';
import type { Exposure } from './types.ts';

/**
 * Everything of an estate that stands in a network or has a public endpoint: first from the internet, then from what leads to it (`from` is
 * then a load balancer or another front), and from public addresses that are too few to be the internet (a CIDR).
 */
export function exposureOf(estate: Estate): readonly Exposure[] {
  const known = exposed.get(estate);
  if (known) return known;
  const found = [...new Analysis(estate).exposures(), ...cloudExposures(estate)];
  exposed.set(estate, found);
  return found;
}

/** Reports, attack paths and risks all begin with it. */
const exposed = new WeakMap<Estate, readonly Exposure[]>();
