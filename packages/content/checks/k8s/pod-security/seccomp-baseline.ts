/** Baseline: seccomp may be chosen, not switched off; annotations before v1.19, fields since. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  isConfining,
  isConfiningSeccompAnnotation,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not switch seccomp off',
    ja: 'Pod は seccomp を無効にしない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without seccomp a container may call any of the kernel; most ways out of a container begin with a call that the default profile refuses.',
    ja: 'seccomp がないとコンテナーは任意のシステムコールを呼べます。コンテナー脱出の多くは、既定のプロファイルが拒否する呼び出しから始まります。',
  },
  fix: {
    summary: {
      en: 'Remove the profile Unconfined, or use RuntimeDefault.',
      ja: 'Unconfined プロファイルを削除するか、RuntimeDefault を使ってください。',
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
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0104', 'KSV104'],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (asksRestricted(request) && request.version >= 19) return notApplicable(notInForce);
    const { annotations } = pod;
    const refuses = (key: string): boolean => annotations.has(key) && !isConfiningSeccompAnnotation(annotations.get(key) ?? '');
    const isFree = (profile: string | undefined): boolean => profile !== undefined && !isConfining(profile);
    const isOld = request.version < 19;
    if (isOld ? refuses('seccomp.security.alpha.kubernetes.io/pod') : isFree(pod.security.seccomp))
      return fail({ en: `The pods of ${pod.name} run without seccomp`, ja: `${pod.name} の Pod が seccomp なしで動作しています` });
    const free = find(pod.containers, (container) =>
      isOld ? refuses(`container.seccomp.security.alpha.kubernetes.io/${container.label ?? ''}`) : isFree(container.security.seccomp),
    );
    if (!free) return pass();
    return fail({
      en: `Container ${labelOf(free)} of ${pod.name} runs without seccomp`,
      ja: `${pod.name} のコンテナー ${labelOf(free)} が seccomp なしで動作しています`,
    });
  },
  examples: [
    fails('one container is unconfined', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seccompProfile:
          type: Unconfined`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        seccomp_profile {
          type = "Unconfined"
        }
      }
    }
  }
}`,
    }),
    fails(
      'the annotation of before v1.19',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: unconfined
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    annotations = { "seccomp.security.alpha.kubernetes.io/pod" = "unconfined" }
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
      },
      { params: { version: 18 } },
    ),
    passes('the default profile', {
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
    passes('nothing is said', {
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
  ],
});
