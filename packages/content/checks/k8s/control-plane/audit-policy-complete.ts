/** An event that no rule matches is not written. */
import { any, defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'The audit policy writes what no other rule matches',
    ja: '監査ポリシーは他のルールに当てはまらない要求も記録する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.control-plane.audit-policy',
  why: {
    en: 'An event that no rule matches is not written: what nobody thought of leaves no trace.',
    ja: 'どのルールにも当てはまらないイベントは記録されず、想定外の操作が痕跡を残しません。',
  },
  fix: {
    summary: {
      en: 'End the policy with a rule of level Metadata that is for everything.',
      ja: '最後に、すべてを対象とする Metadata レベルのルールを置いてください。',
    },
    kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None
    users: [system:kube-proxy]
  - level: Metadata`,
  },
  references: ['https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/'],
  equivalents: ['kubescape:C-0161'],
  evaluate(policy) {
    if (any(policy.rules, (rule) => rule.level !== 'None' && !rule.isNarrow && none(rule.resources, () => true))) return pass();
    return fail({ en: `${policy.name} has no rule for everything`, ja: `${policy.name} にすべてを対象とするルールがありません` });
  },
  examples: [
    fails('Secrets only', {
      kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ''
        resources: [secrets]`,
    }),
    fails('nothing of the rest', {
      kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None`,
    }),
    passes('a rule at the end', {
      kubernetes: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None
    users: [system:kube-proxy]
  - level: Metadata`,
    }),
  ],
});
