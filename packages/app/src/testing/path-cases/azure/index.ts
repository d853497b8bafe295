/** One case for each way to gain rights in Azure and its directory. */
export { resourceCases } from './resources.ts';
export type { AzureCase, Closing } from './types.ts';
