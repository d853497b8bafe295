/** The identities of an estate, with AWS's own actions and managed policies known. */
import type { IamMemory } from '@kumomori/engine';
import { IamWorld } from '@kumomori/engine';
import type { Estate } from '@kumomori/model';
import { actionCatalogue } from './action-catalogue.ts';
import { managedPolicies } from './managed-policies.ts';

/** `memory`: shared by worlds of nearly the same estate. */
export async function iamWorldOf(estate: Estate, memory?: IamMemory): Promise<IamWorld> {
  return new IamWorld(estate, { catalogue: await actionCatalogue(), managed: await managedPolicies(), ...(memory && { memory }) });
}
