/** Making bindings together with the verb bind gives any role to anybody. */
import { type Role, type RoleRule, defineCheck, fail, fails, pass, passes, ruleThatGrants } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Roles do not give away stronger roles',
    ja: 'ロールは自分より強いロールを与えない',
  },
  severity: 'critical',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.rbac.role',
  why: {
    en: 'Making bindings together with the verb bind gives any role to anybody.',
    ja: 'バインディングの作成と bind の組み合わせで、誰にでも任意のロールを与えられます。',
  },
  fix: {
    summary: {
      en: 'Take create for bindings or the verb bind out of the role.',
      ja: 'バインディングの create または bind をロールから外してください。',
    },
    kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [create]`,
    terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["rolebindings"]
    verbs = ["create"]
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  equivalents: ['AVD-KSV-0051', 'KSV051', 'AVD-KSV-0052', 'KSV052'],
  evaluate(role) {
    const rule = bindingRule(role);
    if (!rule) return pass();
    return fail({
      en: `${role.name} may bind roles that are stronger than itself`,
      ja: `${role.name} が自分より強いロールを割り当てられます`,
    });
  },
  examples: [
    fails('a cluster role', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [create]
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [bind]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["rolebindings"]
    verbs = ["create"]
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["clusterroles"]
    verbs = ["bind"]
  }
}`,
    }),
    passes('another right', {
      kubernetes: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-operator
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [rolebindings]
    verbs: [create]`,
      terraform: `resource "kubernetes_cluster_role_v1" "orders" {
  metadata {
    name = "orders-operator"
  }
  rule {
    api_groups = ["rbac.authorization.k8s.io"]
    resources = ["rolebindings"]
    verbs = ["create"]
  }
}`,
    }),
  ],
});

/** The rule that makes bindings, when another one lets the role bind stronger roles. */
function bindingRule(role: Role): RoleRule | undefined {
  const group = 'rbac.authorization.k8s.io';
  const bind = ruleThatGrants(role, { verbs: ['bind'], resources: ['roles', 'clusterroles'], group });
  return bind && ruleThatGrants(role, { verbs: ['create'], resources: ['rolebindings', 'clusterrolebindings'], group });
}
