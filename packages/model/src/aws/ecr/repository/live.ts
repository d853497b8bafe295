import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { EcrRepository } from './shape.ts';

/** Like CloudFormation's; an account has a registry in each region, and that of the repository counts. */
export const live = defineLive<EcrRepository>({
  ...cloudformation,
  read: (repository, context) => ({
    ...cloudformation.read(repository, context),
    registryScanFilters: repository.strings('RegistryScanFilters'),
  }),
});
