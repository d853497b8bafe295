/** Kubernetes manifests, kustomizations, the output of Helm and live clusters → declared resources. Helm's templates themselves are not read. */
export { kustomizationsBeyond, readManifestRoots } from './evaluate-kubernetes.ts';
export type { ReadManifestRoots } from './evaluate-kubernetes.ts';
export { kubernetesFormat } from './format.ts';
export { BUILT_KUSTOMIZATION } from './kustomize/index.ts';
export { RENDERED_CHART, isChartFile } from './helm.ts';
export { declareKubernetes, manifestsOfCalls } from './live.ts';
