/** Without a limit one client that sends events fills the API server and etcd. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The admission configuration limits events',
    ja: 'アドミッション設定でイベント数を制限する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.admission-configuration',
  why: {
    en: 'A plugin that is enabled but not configured limits nothing: the rates stand in the admission configuration.',
    ja: '有効にしただけでは何も制限されません。上限はアドミッション設定に書きます。',
  },
  fix: {
    summary: {
      en: 'Add the plugin EventRateLimit with its rates.',
      ja: 'EventRateLimit プラグインと上限を追加してください。',
    },
    kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: EventRateLimit
    path: plugin.yaml`,
  },
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#eventratelimit'],
  equivalents: ['CKV_K8S_78'],
  evaluate(configuration) {
    if (any(configuration.plugins, (plugin) => plugin === 'EventRateLimit')) return pass();
    return fail({
      en: `The admission configuration ${configuration.name} does not limit events`,
      ja: `アドミッション設定 ${configuration.name} がイベント数を制限していません`,
    });
  },
  examples: [
    fails('other plugins only', {
      kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: ImagePolicyWebhook
    path: plugin.yaml`,
    }),
    passes('with the plugin', {
      kubernetes: `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: EventRateLimit
    path: plugin.yaml`,
    }),
  ],
});
