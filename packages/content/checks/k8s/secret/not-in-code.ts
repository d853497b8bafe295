/** Base64 is no encryption: who reads the repository reads the Secret. */
import { credentialIn, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The content of Secrets is not in the code',
    ja: 'Secret の内容をコードに書かない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.core.secret',
  why: {
    en: 'Base64 is no encryption: who reads the repository, or its history, reads the Secret.',
    ja: 'Base64 は暗号化ではなく、リポジトリーやその履歴を読める者は Secret を読めます。',
  },
  fix: {
    summary: {
      en: 'Make the Secret outside of the code (External Secrets, Sealed Secrets, a CSI driver) and change what was written here.',
      ja: 'Secret はコードの外で作り (External Secrets、Sealed Secrets、CSI ドライバーなど)、ここに書かれた値は変更してください。',
    },
    kubernetes: `apiVersion: v1
kind: Secret
metadata:
  name: orders
stringData:
  password: changeme`,
  },
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
  equivalents: [],
  evaluate(secret) {
    const entry = credentialIn(secret.contents);
    if (!entry) return pass();
    return fail({
      en: `Entry ${entry.variable} of ${secret.name} stands in the code`,
      ja: `${secret.name} の項目 ${entry.variable} の内容がコードに書かれています`,
    });
  },
  examples: [
    fails('Base64', {
      kubernetes: `apiVersion: v1
kind: Secret
metadata:
  name: orders
data:
  password: YzBycmVjdC1oMHJzZS1iNHR0ZXJ5`,
      terraform: `resource "kubernetes_secret_v1" "orders" {
  metadata {
    name = "orders"
  }
  data = {
    password = "c0rrect-h0rse-b4ttery"
  }
}`,
    }),
    fails('plain text', {
      kubernetes: `apiVersion: v1
kind: Secret
metadata:
  name: orders
stringData:
  password: c0rrect-h0rse-b4ttery`,
    }),
    passes('a placeholder', {
      kubernetes: `apiVersion: v1
kind: Secret
metadata:
  name: orders
stringData:
  password: changeme`,
    }),
    passes('from somewhere else', {
      terraform: `variable "password" {
  sensitive = true
}
resource "kubernetes_secret_v1" "orders" {
  metadata {
    name = "orders"
  }
  data = {
    password = var.password
  }
}`,
    }),
  ],
});
