/** Kubernetes manifests, kustomizations and the output of Helm → declared resources. Helm's templates themselves are not read. */
export { kubernetesFormat } from './format.ts';
export { RENDERED_CHART, isChartFile } from './helm.ts';
