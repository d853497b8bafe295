/** Checks of Kubernetes that cannot be asked of an object at admission. */
import type { AdmissionObstacle } from '@kumomori/model';

const OTHERS =
  'namespace-limit-range namespace-network-policy namespace-resource-quota persistent-volume-encryption rbac-no-all-authenticated rbac-no-binding-programs rbac-no-exec-programs rbac-no-impersonating-programs rbac-no-secret-readers rbac-no-service-status-programs workload-internet-exposure workload-network-policy workload-network-policy-both-ways workload-no-admin-role workload-no-takeover-role workload-no-open-admin-interface workload-no-ssh-service workload-service-account-exists';

const single: Readonly<Record<string, AdmissionObstacle>> = {
  ...Object.fromEntries(OTHERS.split(' ').map((name) => [name, 'other-objects' as const])),
  'admission-webhook-failure-policy': 'exempt',
  'admission-webhook-inside': 'exempt',
  'config-map-no-credentials': 'search',
  'secret-not-in-code': 'not-admitted',
  'workload-allowed-registries': 'parameter',
  'workload-no-credentials-in-env': 'search',
  'workload-sandbox-limits': 'foreign-kind',
  'workload-sandbox-runtime': 'foreign-kind',
  'workload-security-context-anywhere': 'defaulted',
};

const folders: Readonly<Record<string, AdmissionObstacle>> = {
  'api-server': 'not-admitted',
  'control-plane': 'not-admitted',
  'controller-manager': 'not-admitted',
  etcd: 'not-admitted',
  kubelet: 'not-admitted',
  scheduler: 'not-admitted',
  'pod-security-policy': 'gone',
};

/** Null for checks that there is a rule for, and for those of others than Kubernetes. */
export function admissionObstacle(checkId: string): AdmissionObstacle | null {
  const name = checkId.replace(/^k8s-/, '');
  if (Object.hasOwn(single, name)) return single[name] ?? null;
  const folder = Object.keys(folders).find((each) => name.startsWith(`${each}-`));
  return folder === undefined ? null : (folders[folder] ?? null);
}
