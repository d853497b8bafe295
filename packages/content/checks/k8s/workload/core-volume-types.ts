/** Volume types of single storage systems put paths and credentials of the storage into the pod, past claims and their controls. */
import { RESTRICTED_VOLUMES, defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods use core volume types',
    ja: 'Pod は基本のボリューム種別を使う',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Volume types of single storage systems put paths and credentials of the storage into the pod, past claims and their controls.',
    ja: '特定ストレージ用のボリューム種別は、PersistentVolumeClaim の管理を通さずに、場所や認証情報を Pod に持たせます。',
  },
  fix: {
    summary: {
      en: 'Put the storage behind a PersistentVolumeClaim.',
      ja: 'ストレージを PersistentVolumeClaim の背後に置いてください。',
    },
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
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0028', 'KSV028'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const foreign = find(pod.volumes, (volume) => !RESTRICTED_VOLUMES.includes(volume.source));
    if (!foreign) return pass();
    return fail({
      en: `The pods of ${pod.name} use a ${foreign.source} volume`,
      ja: `${pod.name} の Pod が ${foreign.source} ボリュームを使用しています`,
    });
  },
  examples: [
    fails('an NFS share', {
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
    }),
    passes('a claim', {
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
    }),
    passes('no source means emptyDir', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: cache
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "cache"
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
