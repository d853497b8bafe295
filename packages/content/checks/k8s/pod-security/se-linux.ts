/** Baseline: SELinux options may narrow a container, not free it. container_engine_t since v1.31. */
import {
  type SeLinux,
  anyOf,
  defineCheck,
  fail,
  fails,
  find,
  isAllowedSeLinuxType,
  labelOf,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods choose no SELinux user, role or foreign type',
    ja: 'Pod は SELinux のユーザー・ロール・許可外のタイプを指定しない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'With a SELinux type of its choice a container may touch files of the node that its own type keeps it away from.',
    ja: 'SELinux のタイプを自由に選べると、コンテナーは本来触れられないノード上のファイルに触れることができます。',
  },
  fix: {
    summary: {
      en: 'Leave seLinuxOptions.user and role empty and use a container type such as container_t.',
      ja: 'seLinuxOptions の user と role を空にし、container_t などコンテナー用のタイプを使ってください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seLinuxOptions:
          type: container_engine_t
          level: s0:c1,c2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        se_linux_options {
          type = "container_engine_t"
          level = "s0:c1,c2"
        }
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0025', 'KSV025'],
  params: podSecurityParams,
  evaluate(pod, request) {
    const isFree = ({ seLinux }: { readonly seLinux: SeLinux }): boolean =>
      anyOf(
        () => !isAllowedSeLinuxType(seLinux.type, request),
        () => (seLinux.user ?? '') !== '',
        () => (seLinux.role ?? '') !== '',
      );
    if (isFree(pod.security))
      return fail({
        en: `The pods of ${pod.name} choose their SELinux type, user or role`,
        ja: `${pod.name} の Pod が SELinux のタイプ・ユーザー・ロールを指定しています`,
      });
    const free = find(pod.containers, ({ security }) => isFree(security));
    if (!free) return pass();
    return fail({
      en: `Container ${labelOf(free)} of ${pod.name} chooses its SELinux type, user or role`,
      ja: `${pod.name} のコンテナー ${labelOf(free)} が SELinux のタイプ・ユーザー・ロールを指定しています`,
    });
  },
  examples: [
    fails('a type that is none of containers', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seLinuxOptions:
          type: spc_t`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        se_linux_options {
          type = "spc_t"
        }
      }
    }
  }
}`,
    }),
    fails('a user', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    seLinuxOptions:
      user: system_u
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    security_context {
      se_linux_options {
        user = "system_u"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails(
      'container_engine_t before v1.31',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seLinuxOptions:
          type: container_engine_t`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        se_linux_options {
          type = "container_engine_t"
        }
      }
    }
  }
}`,
      },
      { params: { version: 30 } },
    ),
    passes('a type of containers', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        seLinuxOptions:
          type: container_engine_t
          level: s0:c1,c2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        se_linux_options {
          type = "container_engine_t"
          level = "s0:c1,c2"
        }
      }
    }
  }
}`,
    }),
  ],
});
