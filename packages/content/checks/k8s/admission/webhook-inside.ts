/** A webhook at an address outside of the cluster gets every object that is written. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Admission webhooks are services of the cluster',
    ja: 'アドミッション Webhook はクラスター内の Service とする',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.admission.webhook',
  why: {
    en: 'A webhook at an address outside of the cluster gets every object that is written, Secrets too, and decides about them.',
    ja: 'クラスター外のアドレスの Webhook には、Secret を含む書き込まれるすべてのオブジェクトが送られ、可否も委ねられます。',
  },
  fix: {
    summary: {
      en: 'Run the webhook inside of the cluster and name its service.',
      ja: 'Webhook をクラスター内で動かし、その Service を指定してください。',
    },
    kubernetes: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policies
webhooks:
  - name: policies.example.com
    clientConfig:
      service:
        name: policies
        namespace: policies`,
  },
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    const outside = find(configuration.webhooks, (webhook) => webhook.url !== undefined);
    if (!outside) return pass();
    const label = shown(() => outside.label) ?? '?';
    return fail({
      en: `Webhook ${label} of ${configuration.name} is outside of the cluster`,
      ja: `${configuration.name} の Webhook ${label} がクラスターの外にあります`,
    });
  },
  examples: [
    fails('an address', {
      kubernetes: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policies
webhooks:
  - name: policies.example.com
    clientConfig:
      url: https://policies.example.com/validate`,
    }),
    passes('a service', {
      kubernetes: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policies
webhooks:
  - name: policies.example.com
    clientConfig:
      service:
        name: policies
        namespace: policies`,
    }),
  ],
});
