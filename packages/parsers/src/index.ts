/** Readers of user text: syntax trees with positions, never throwing. No evaluation, no I/O. */
export * from './edit/index.ts';
export * from './hcl/index.ts';
export * from './json/index.ts';
export { bicepEntryFiles } from './bicep/index.ts';
export type { FileText, FileTree } from './file-tree.ts';
export * from './terraform/index.ts';
export {
  BUILT_KUSTOMIZATION,
  RENDERED_CHART,
  declareKubernetes,
  isChartFile,
  kustomizationsBeyond,
  manifestsOfCalls,
  readManifestRoots,
} from './kubernetes/index.ts';
export { isAdmission, readAdmission } from './admission/index.ts';
export type { ReadAdmission } from './admission/index.ts';
export * from './code/index.ts';
export * from './intel/index.ts';
export * from './logs/index.ts';
export { readCel } from './cel/index.ts';
export type { ReadCel } from './cel/index.ts';
export * from './own-checks/index.ts';
export { secretsInTexts } from './secrets/index.ts';
export { readSigma } from './sigma/index.ts';
