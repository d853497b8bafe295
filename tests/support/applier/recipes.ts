/** The types of Terraform that can be made. */
import { applications } from './applications.ts';
import { compute } from './compute.ts';
import { data } from './data.ts';
import { edge } from './edge.ts';
import { identity } from './identity.ts';
import { network } from './network.ts';
import type { Recipes } from './recipe.ts';
import { security } from './security.ts';
import { storage } from './storage.ts';

export const recipes: Recipes = {
  ...network,
  ...compute,
  ...storage,
  ...identity,
  ...security,
  ...data,
  ...applications,
  ...edge,
};
