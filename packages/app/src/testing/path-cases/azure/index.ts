/** One case for each way to gain rights in Azure and its directory. */
export { directoryCases } from './directory.ts';
export { resourceCases } from './resources.ts';
export { templateCases } from './templates.ts';
export type { AzureCase, Closing } from './types.ts';
export { assign, block, customers, GROUP, OWN, owns, rights, start } from './parts.ts';
