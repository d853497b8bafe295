/** AWS through its own SDK: what is asked of each service stands in services/, as data. */
export { chosenServices, collectAws } from './collect-aws.ts';
export type { AwsOptions } from './collect-aws.ts';
export { actionsOf, printPolicy } from './permissions.ts';
export type { PolicyFormat } from './permissions.ts';
export { credentialsFor } from './credentials.ts';
export { isRefusal, lookAt } from './errors.ts';
