/** The first provider of the list writes, and identity writes plain text. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The encryption configuration encrypts Secrets',
    ja: '暗号化設定で Secret を暗号化する',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.encryption-configuration',
  why: {
    en: 'The first provider of the list is the one that writes: identity in that place keeps Secrets in plain text.',
    ja: '一覧の先頭のプロバイダーが書き込みに使われるため、先頭が identity だと Secret は平文のままです。',
  },
  fix: {
    summary: {
      en: 'Put kms or secretbox first in the entry for secrets.',
      ja: 'secrets の項目で kms または secretbox を先頭に置いてください。',
    },
    kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - kms:
          name: vault
          endpoint: unix:///run/kms.sock
      - identity: {}`,
  },
  references: ['https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/'],
  equivalents: ['kubescape:C-0142', 'KCV0031', 'AVD-KCV-0031'],
  evaluate(configuration) {
    const first = configuration.secretsProvider;
    if (first !== undefined && first !== 'identity') return pass();
    return fail({ en: `${configuration.name} stores Secrets in plain text`, ja: `${configuration.name} は Secret を平文で保存します` });
  },
  examples: [
    fails('identity comes first', {
      kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - identity: {}
      - kms:
          name: vault
          endpoint: unix:///run/kms.sock`,
    }),
    fails('Secrets are not mentioned', {
      kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [configmaps]
    providers:
      - kms:
          name: vault
          endpoint: unix:///run/kms.sock`,
    }),
    passes('kms comes first', {
      kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: EncryptionConfiguration
resources:
  - resources: [secrets]
    providers:
      - kms:
          name: vault
          endpoint: unix:///run/kms.sock
      - identity: {}`,
    }),
  ],
});
