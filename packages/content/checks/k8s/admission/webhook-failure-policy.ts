/** A webhook that is ignored when it does not answer protects nothing from who can make it fail. */
import { defineCheck, fail, fails, find, isNotApplicable, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Validating webhooks fail closed',
    ja: '検証 Webhook は応答がない場合に拒否する',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.admission.webhook',
  why: {
    en: 'A webhook that is ignored when it does not answer is no protection: it is enough to overload it.',
    ja: '応答がないときに無視される Webhook は、過負荷にするだけで回避できます。',
  },
  fix: {
    summary: {
      en: 'Set failurePolicy to Fail and exempt the namespaces that must start without it.',
      ja: 'failurePolicy を Fail にし、Webhook なしで起動すべき名前空間だけを除外してください。',
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
    if (configuration.isMutating)
      return notApplicable({ en: 'It changes objects and refuses none', ja: 'オブジェクトを変更する Webhook であり、拒否は行いません' });
    const open = find(configuration.webhooks, (webhook) => webhook.failurePolicy === 'Ignore');
    if (!open) return pass();
    const label = shown(() => open.label) ?? '?';
    return fail({
      en: `Webhook ${label} of ${configuration.name} is ignored when it does not answer`,
      ja: `${configuration.name} の Webhook ${label} は応答がないと無視されます`,
    });
  },
  examples: [
    fails('ignored', {
      kubernetes: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: policies
webhooks:
  - name: policies.example.com
    clientConfig:
      service:
        name: policies
        namespace: policies
    failurePolicy: Ignore`,
    }),
    passes('the default', {
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
    isNotApplicable('it changes objects', {
      kubernetes: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata:
  name: policies
webhooks:
  - name: policies.example.com
    clientConfig:
      service:
        name: policies
        namespace: policies
    failurePolicy: Ignore`,
    }),
  ],
});
