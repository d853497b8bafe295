/** Live accounts: the vocabulary of snapshots, and answers of cloud APIs → declared resources. Calling the APIs is collectors'. */
export * from './audit-sources.ts';
export * from './call.ts';
export * from './declare.ts';
export * from './json.ts';
export {
  CORE_GROUP,
  DISCOVERY,
  KUBELET_CONFIGURATION,
  isKnownGroup,
  isKnownKind,
  knownKinds,
  knownPlurals,
  nameOf as nameOfKind,
  serviceOfGroup,
  servedKinds,
  splitVersion,
  typeOfKind,
} from './kubernetes-api.ts';
export type { ServedKind } from './kubernetes-api.ts';
export * from './look-up.ts';
export { isCutOff, withoutPage } from './pages.ts';
export * from './projection.ts';
