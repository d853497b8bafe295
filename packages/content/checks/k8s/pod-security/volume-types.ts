/** Restricted: config maps, secrets, claims, emptyDir and the like only. */
import {
  RESTRICTED_VOLUMES,
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods use core volume types only',
    ja: 'Pod は基本のボリューム種別だけを使う',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Volume types beyond the core ones carry paths and credentials of storage systems in the pod itself.',
    ja: '基本以外のボリューム種別は、ストレージの場所や認証情報を Pod 自身に持たせることになります。',
  },
  fix: {
    summary: {
      en: 'Put the storage behind a PersistentVolumeClaim or use a core volume type.',
      ja: 'ストレージを PersistentVolumeClaim の背後に置くか、基本のボリューム種別を使ってください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0028', 'KSV028'],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request)) return notApplicable(notInForce);
    const foreign = find(pod.volumes, (volume) => !RESTRICTED_VOLUMES.includes(volume.source));
    if (!foreign) return pass();
    return fail({
      en: `The pods of ${pod.name} use a ${foreign.source} volume`,
      ja: `${pod.name} の Pod が ${foreign.source} ボリュームを使用しています`,
    });
  },
  examples: [
    fails(
      'an NFS share',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      nfs:
        server: '192.0.2.10'
        path: /export
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "data"
      nfs {
        server = "192.0.2.10"
        path = "/export"
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
      'a claim',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "data"
      persistent_volume_claim {
        claim_name = "orders"
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
  ],
});
