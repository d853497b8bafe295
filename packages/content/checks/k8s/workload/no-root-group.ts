/** Files of the root group are readable and often writable for its members, on volumes of the node too. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not join the root group',
    ja: 'Pod は root グループに所属しない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Files of the root group are readable and often writable for its members, on volumes of the node too.',
    ja: 'root グループのファイルは、ノードのボリューム上でもメンバーが読め、しばしば書き込めます。',
  },
  fix: {
    summary: {
      en: 'Set runAsGroup, fsGroup and supplementalGroups to groups other than 0.',
      ja: 'runAsGroup、fsGroup、supplementalGroups を 0 以外のグループにしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsGroup: 10001
    fsGroup: 10001
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_group = 10001
      fs_group = 10001
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['AVD-KSV-0029', 'KSV029', 'AVD-KSV-0116', 'KSV116'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const root = find(pod.containers, (container) => (container.security.group ?? pod.security.group) === 0);
    if (root)
      return fail({
        en: `Container ${labelOf(root)} of ${pod.name} runs with group 0`,
        ja: `${pod.name} のコンテナー ${labelOf(root)} がグループ 0 で動作しています`,
      });
    const field = which({
      fsGroup: () => pod.security.fsGroup === 0,
      supplementalGroups: () => any(pod.security.supplementalGroups, (group) => group === '0'),
    });
    if (field === undefined) return pass();
    return fail({
      en: `The pods of ${pod.name} have group 0 in ${field}`,
      ja: `${pod.name} の Pod が ${field} でグループ 0 に所属しています`,
    });
  },
  examples: [
    fails('the root group', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsGroup: 0
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_group = 0
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails('as another group', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    supplementalGroups: [0, 2000]
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      supplemental_groups = [0, 2000]
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('other groups', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    runAsGroup: 10001
    fsGroup: 10001
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      run_as_group = 10001
      fs_group = 10001
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
