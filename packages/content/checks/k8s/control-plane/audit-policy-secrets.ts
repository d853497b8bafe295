/** The bodies of requests for Secrets are the Secrets. */
import { type AuditRule, any, defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The audit policy does not write the content of Secrets',
    ja: '監査ポリシーは Secret の内容を記録しない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.audit-policy',
  why: {
    en: 'At the levels Request and RequestResponse the audit log holds every Secret in plain text, for all who may read logs.',
    ja: 'Request および RequestResponse レベルでは、ログを読めるすべての人に Secret が平文で見えます。',
  },
  fix: {
    summary: {
      en: 'Put a rule of level Metadata for secrets before those of other levels.',
      ja: '他のレベルのルールより前に、secrets に対する Metadata レベルのルールを置いてください。',
    },
    kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ''
        resources: [secrets, configmaps]
  - level: RequestResponse`,
  },
  references: ['https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/'],
  equivalents: [],
  evaluate(policy) {
    const level = levelOfSecrets(policy.rules);
    if (!level.startsWith('Request')) return pass();
    return fail({
      en: `${policy.name} writes the content of Secrets to the audit log`,
      ja: `${policy.name} が Secret の内容を監査ログに記録します`,
    });
  },
  examples: [
    fails('everything with its body', {
      kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse`,
    }),
    passes('Secrets without', {
      kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ''
        resources: [secrets, configmaps]
  - level: RequestResponse`,
    }),
  ],
});

/** Of the first rule that is for them: later ones are not asked. */
function levelOfSecrets(rules: readonly AuditRule[]): string {
  for (const rule of rules) if (!rule.isNarrow && coversSecrets(rule.resources)) return rule.level;
  return 'None';
}

/** A rule without resources is for all of them. */
function coversSecrets(resources: readonly string[]): boolean {
  return none(resources, () => true) || any(resources, (resource) => resource === 'secrets' || resource === '*');
}
