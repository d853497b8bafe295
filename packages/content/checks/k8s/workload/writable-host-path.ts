/** A writable folder of the node lets a pod change what the node and other pods read from there. */
import { any, defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Host paths are mounted read-only',
    ja: 'ホストパスは読み取り専用でマウントする',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'A writable folder of the node lets a pod change what the node and other pods read from there.',
    ja: '書き込み可能なノードのフォルダーがあると、Pod はノードや他の Pod がそこから読む内容を変えられます。',
  },
  fix: {
    summary: {
      en: 'Set readOnly to true where a hostPath volume is mounted, or use another kind of volume.',
      ja: 'hostPath ボリュームのマウントで readOnly を true にするか、別の種類のボリュームを使ってください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      volumeMounts:
        - name: data
          mountPath: /data
          readOnly: true
  volumes:
    - name: data
      hostPath:
        path: /srv/orders`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      volume_mount {
        name = "data"
        mount_path = "/data"
        read_only = true
      }
    }
    volume {
      name = "data"
      host_path {
        path = "/srv/orders"
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  equivalents: ['kubescape:C-0045'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const isHostPath = (label: string | undefined): boolean =>
      any(pod.volumes, (volume) => volume.label === label && volume.source === 'hostPath');
    const found = find(pod.containers, (container) => any(container.mounts, (mount) => !mount.isReadOnly && isHostPath(mount.volume)));
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} can write to a folder of its node`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がノードのフォルダーに書き込めます`,
    });
  },
  examples: [
    fails('it may write', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      hostPath:
        path: /srv/orders`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      volume_mount {
        name = "data"
        mount_path = "/data"
      }
    }
    volume {
      name = "data"
      host_path {
        path = "/srv/orders"
      }
    }
  }
}`,
    }),
    passes('it may read', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      volumeMounts:
        - name: data
          mountPath: /data
          readOnly: true
  volumes:
    - name: data
      hostPath:
        path: /srv/orders`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      volume_mount {
        name = "data"
        mount_path = "/data"
        read_only = true
      }
    }
    volume {
      name = "data"
      host_path {
        path = "/srv/orders"
      }
    }
  }
}`,
    }),
  ],
});
