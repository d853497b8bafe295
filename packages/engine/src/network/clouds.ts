/** Exposures of the clouds besides AWS, and of clusters. */
import type { Estate } from '@kumomori/model';
import { azureExposures, azureFacts } from './azure/index.ts';
import { gcpExposures, gcpFacts } from './gcp/index.ts';
import { kubernetesExposures } from './kubernetes/index.ts';
import type { Exposure } from './types.ts';
import { Users } from './users.ts';
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

/** Exposures of Azure and Google Cloud, with what stands behind groups, rules, subnets and the firewalls of services. */
export function cloudFacts(estate: Estate): { readonly exposures: readonly Exposure[]; readonly users: readonly Users[] } {
  const fronts = joinFronts(estate);
  const byName = frontsByName(fronts);
  const [azure, gcp] = [azureFacts(estate), gcpFacts(estate, byName)];
  const services = new Users();
  for (const { subject, rules } of fronts) for (const { node } of rules) if (node !== subject.node) services.add(node, subject.node);
  return {
    exposures: [...azure.exposures, ...gcp.exposures, ...serviceExposures(estate, fronts, byName)],
    users: [azure.users, gcp.users, services],
  };
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
