/** In /etc, /proc, /root, /boot or / of the node lie its keys, its settings and the programs it runs next. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods mount no system folder of their node',
    ja: 'Pod はノードのシステムフォルダーをマウントしない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'In /etc, /proc, /root, /boot or / of the node lie its keys, its settings and the programs it runs next.',
    ja: 'ノードの /etc、/proc、/root、/boot、/ には鍵や設定、次に実行されるプログラムがあります。',
  },
  fix: {
    summary: {
      en: 'Mount a narrower folder that holds only what the pod needs, or another kind of volume.',
      ja: '必要なものだけを含む狭いフォルダーか、別の種類のボリュームをマウントしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      hostPath:
        path: /srv/orders
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
      host_path {
        path = "/srv/orders"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  equivalents: ['AVD-KSV-0121', 'KSV121'],
  evaluate(pod) {
    const mounted = find(pod.volumes, (volume) =>
      /^\/(?:(?:boot|dev|etc|lib|lib64|proc|root|sbin|bin|sys|usr)(?:\/.*)?|var\/lib\/kubelet(?:\/.*)?)?$/.test(volume.hostPath ?? '-'),
    );
    if (!mounted) return pass();
    const path = shown(() => mounted.hostPath) ?? '?';
    return fail({
      en: `The pods of ${pod.name} mount ${path} of their node`,
      ja: `${pod.name} の Pod がノードの ${path} をマウントしています`,
    });
  },
  examples: [
    fails('the root of the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: host
      hostPath:
        path: /
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "host"
      host_path {
        path = "/"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails('its settings', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: etc
      hostPath:
        path: /etc/kubernetes
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "etc"
      host_path {
        path = "/etc/kubernetes"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a folder for data', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      hostPath:
        path: /srv/orders
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
      host_path {
        path = "/srv/orders"
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
