/** Exposures of the clouds besides AWS, and of clusters. */
import type { Estate } from '@kumomori/model';
import { azureExposures } from './azure/index.ts';
import { gcpExposures } from './gcp/index.ts';
import { kubernetesExposures } from './kubernetes/index.ts';
import type { Exposure } from './types.ts';
import type { JoinedFront } from './ways/index.ts';
import { frontExposures, frontsByName, joinFronts, ledExposures } from './ways/index.ts';

/** Azure, Google Cloud, Kubernetes: empty where the estate has nothing of them. */
export function cloudExposures(estate: Estate): readonly Exposure[] {
  const fronts = joinFronts(estate);
  const byName = frontsByName(fronts);
  return [
    ...azureExposures(estate),
    ...gcpExposures(estate, byName),
    ...serviceExposures(estate, fronts, byName),
    ...kubernetesExposures(estate),
  ];
}

/** Services with a name of their own, and what leads to them. */
function serviceExposures(estate: Estate, fronts: readonly JoinedFront[], byName: ReadonlyMap<string, JoinedFront>): readonly Exposure[] {
  const pools = estate.all('azure.pool').filter(({ of }) => of === 'front-door');
  const origins = pools.flatMap(({ addresses }) => addresses.items);
  return fronts.flatMap((each) => [
    ...frontExposures(each),
    ...ledExposures(each, byName, 'AzureFrontDoor', each.front.frontKind === 'azure.front-door' ? origins : []),
  ]);
}
