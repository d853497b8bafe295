/** Kubernetes manifests, kustomizations, the output of Helm and live clusters → declared resources. Helm's templates themselves are not read. */
export { kubernetesFormat } from './format.ts';
export { RENDERED_CHART, isChartFile } from './helm.ts';
export { declareKubernetes } from './live.ts';
