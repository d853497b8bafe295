/** A profile of one's own has to be kept right on every node; the runtime default is tested with every release. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers use the seccomp profile of the runtime',
    ja: 'コンテナーはランタイム既定の seccomp プロファイルを使う',
  },
  severity: 'info',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: "A profile of one's own has to be kept right on every node; the runtime default is tested with every release.",
    ja: '独自のプロファイルはすべてのノードで正しく保つ必要がありますが、ランタイム既定のものはリリースごとに検証されています。',
  },
  fix: {
    edits: {
      kubernetes: [
        { set: '$pod.securityContext.seccompProfile.type', value: 'RuntimeDefault' },
        { set: '$containers.securityContext.seccompProfile.type', value: 'RuntimeDefault', ifThere: true },
      ],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set securityContext.seccompProfile.type to RuntimeDefault for the pod and in no container to something else.',
      ja: 'Pod の securityContext.seccompProfile.type を RuntimeDefault にし、コンテナーで変更しないでください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      seccomp_profile {
        type = "RuntimeDefault"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tutorials/security/seccomp/'],
  equivalents: ['kubescape:C-0210'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => (container.security.seccomp ?? pod.security.seccomp) !== 'RuntimeDefault');
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} does not use the seccomp profile RuntimeDefault`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が RuntimeDefault の seccomp プロファイルを使用していません`,
    });
  },
  examples: [
    fails('a profile of the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    seccompProfile:
      type: Localhost
      localhostProfile: orders.json
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      seccomp_profile {
        type = "Localhost"
        localhost_profile = "orders.json"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('the default of the runtime', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      seccomp_profile {
        type = "RuntimeDefault"
      }
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
