/** Without a profile a container may make any call to the kernel of its node; most ways out begin with one that the default profile refuses. */
import { defineCheck, fail, fails, find, isConfining, isConfiningSeccompAnnotation, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers have a seccomp profile',
    ja: 'コンテナーに seccomp プロファイルがある',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without a profile a container may make any call to the kernel of its node; most ways out begin with one that the default profile refuses.',
    ja: 'プロファイルがないと、コンテナーはノードのカーネルに任意のシステムコールを行えます。脱出の多くは、既定のプロファイルが拒否する呼び出しから始まります。',
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
      en: 'Set securityContext.seccompProfile.type to RuntimeDefault for the pod.',
      ja: 'Pod の securityContext.seccompProfile.type を RuntimeDefault にしてください。',
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
  equivalents: ['CKV_K8S_31', 'AVD-KSV-0030', 'KSV030', 'kubescape:C-0055'],
  evaluate(pod) {
    const old = pod.annotations.get('seccomp.security.alpha.kubernetes.io/pod');
    if (old !== undefined && isConfiningSeccompAnnotation(old)) return pass();
    const free = find(pod.containers, ({ security }) => !isConfining(security.seccomp ?? pod.security.seccomp));
    if (!free) return pass();
    return fail({
      en: `Container ${labelOf(free)} of ${pod.name} has no seccomp profile`,
      ja: `${pod.name} のコンテナー ${labelOf(free)} に seccomp プロファイルがありません`,
    });
  },
  examples: [
    fails('none', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails('an init container frees itself', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  initContainers:
    - name: prepare
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seccompProfile:
          type: Unconfined
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
    init_container {
      name = "prepare"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        seccomp_profile {
          type = "Unconfined"
        }
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('of the pod', {
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
    passes('an annotation of old versions', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    annotations = { "seccomp.security.alpha.kubernetes.io/pod" = "runtime/default" }
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
