/** Exact evaluation of AWS policies: compiled documents, three-valued conditions, explanation on demand. Pure; see types.ts for the order of use. */
export type * from './types.ts';
export type { AccessLevel, ActionCatalogue, ActionInfo, ActionResourceType } from './catalogue.ts';
