/** Restricted, v1.19 and later: a profile is named; not for Windows pods since v1.25. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  isConfining,
  isExemptWindows,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods name a seccomp profile (restricted)',
    ja: 'Pod は seccomp プロファイルを指定する (restricted)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Where no profile is named, the node decides, and by default that means none at all.',
    ja: 'プロファイルを指定しないとノードの設定に任され、既定では seccomp なしになります。',
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
      en: 'Set securityContext.seccompProfile.type to RuntimeDefault for the pod or for each container.',
      ja: 'Pod または各コンテナーで securityContext.seccompProfile.type を RuntimeDefault にしてください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request) || request.version < 19) return notApplicable(notInForce);
    if (isExemptWindows(pod, request)) return pass();
    const ofPod = pod.security.seccomp;
    if (ofPod !== undefined && !isConfining(ofPod))
      return fail({ en: `The pods of ${pod.name} run without seccomp`, ja: `${pod.name} の Pod が seccomp なしで動作しています` });
    const free = find(pod.containers, ({ security }) => !isConfining(security.seccomp ?? ofPod));
    if (!free) return pass();
    return fail({
      en: `Container ${labelOf(free)} of ${pod.name} has no seccomp profile`,
      ja: `${pod.name} のコンテナー ${labelOf(free)} に seccomp プロファイルがありません`,
    });
  },
  examples: [
    fails(
      'no profile is named',
      {
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
      },
      { params: { level: ['restricted'] } },
    ),
    fails(
      'a container frees itself',
      {
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
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seccompProfile:
          type: Unconfined`,
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
      security_context {
        seccomp_profile {
          type = "Unconfined"
        }
      }
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
    passes(
      'the pod names one',
      {
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
      { params: { level: ['restricted'] } },
    ),
    passes(
      'a Windows pod',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  os:
    name: windows
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    os {
      name = "windows"
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
      },
      { params: { level: ['restricted'] } },
    ),
  ],
});
