/** The identities of an estate, with AWS's own actions and managed policies known. */
import { IamWorld } from '@kumomori/engine';
import type { Estate } from '@kumomori/model';
import { actionCatalogue } from './action-catalogue.ts';
import { managedPolicies } from './managed-policies.ts';

export async function iamWorldOf(estate: Estate): Promise<IamWorld> {
  return new IamWorld(estate, { catalogue: await actionCatalogue(), managed: await managedPolicies() });
}
