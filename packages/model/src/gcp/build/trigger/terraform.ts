import { defineTerraform } from '../../../code/index.ts';
import type { BuildTrigger } from './shape.ts';

export const terraform = defineTerraform<BuildTrigger>({
  types: ['google_cloudbuild_trigger'],
  identity: ['name'],
  read: (block) => ({
    hasServiceAccount: block.isSet('service_account'),
  }),
});
