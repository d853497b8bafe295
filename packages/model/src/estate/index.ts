/** The estate: what the analyses of identity, network and attack paths know of code and of live accounts. Verdicts of checks do not come from here. */
export * from './undecided.ts';
export * from './entity.ts';
export * from './documents.ts';
export * from './cloud-identity.ts';
export * from './identity.ts';
export * from './network.ts';
export * from './workload.ts';
export * from './kinds.ts';
export { Naming, UNNAMED_ACCOUNT } from './naming.ts';
export type { NamingOptions, NameRule } from './naming.ts';
export { networkBlockTypes } from './network-types.ts';
export { Estate, readEstate } from './read-estate.ts';
export type { EstateOptions } from './read-estate.ts';
export { classOfName, classified, classify } from './classes.ts';
export type { ClassRule, Classified } from './classes.ts';
export { storesOf, workloadsOf } from './joined.ts';
