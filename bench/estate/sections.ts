/** Which sections there are, and how often each occurs. */
import { inlinePolicy, instances, lambda, loadBalancer, roleWithDocument, securityGroup, serviceModules } from './compute-sections.ts';
import type { Random } from './random.ts';
import type { Section } from './section.ts';
import { bucketModules, bucketWithSatellites, database, keyAndSecret, localTables, tablesAndQueues } from './storage-sections.ts';

/** About half of the attributes go through variables, locals or other blocks, as in real estates (field notes: literal share 41 to 52 %). */
export const SECTIONS: readonly Section[] = [
  { file: 'storage.tf', weight: 5, text: bucketWithSatellites },
  { file: 'modules.tf', weight: 4, text: bucketModules },
  { file: 'modules.tf', weight: 4, text: serviceModules },
  { file: 'network.tf', weight: 5, text: securityGroup },
  { file: 'iam.tf', weight: 5, text: roleWithDocument },
  { file: 'iam.tf', weight: 2, text: inlinePolicy },
  { file: 'compute.tf', weight: 4, text: lambda },
  { file: 'compute.tf', weight: 3, text: instances },
  { file: 'data.tf', weight: 3, text: database },
  { file: 'data.tf', weight: 3, text: tablesAndQueues },
  { file: 'edge.tf', weight: 2, text: loadBalancer },
  { file: 'keys.tf', weight: 2, text: keyAndSecret },
  { file: 'locals.tf', weight: 3, text: localTables },
];

/** A section chosen by weight. */
export function pickSection(random: Random): Section {
  const total = SECTIONS.reduce((sum, section) => sum + section.weight, 0);
  let left = random.next() * total;
  for (const section of SECTIONS) {
    left -= section.weight;
    if (left < 0) return section;
  }
  return random.pick(SECTIONS);
}
