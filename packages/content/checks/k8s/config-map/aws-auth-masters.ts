/** Members of system:masters pass every check of RBAC. */
import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'IAM roles do not enter EKS as system:masters',
    ja: 'IAM ロールを system:masters として EKS に入れない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.core.config-map',
  why: {
    en: 'Members of system:masters pass every check of RBAC, and no role can narrow that.',
    ja: 'system:masters のメンバーは RBAC のすべての確認を通過し、ロールでは制限できません。',
  },
  fix: {
    summary: {
      en: 'Map the IAM role to a group of your own and bind that to a role.',
      ja: 'IAM ロールを独自のグループに対応付け、そのグループにロールを割り当ててください。',
    },
    kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::123456789012:role/operators
      username: operator
      groups: [operators]`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html'],
  equivalents: [],
  evaluate(map) {
    const key = which({ mapRoles: () => isMaster(map.data.get('mapRoles')), mapUsers: () => isMaster(map.data.get('mapUsers')) });
    if (key === undefined) return pass();
    return fail({
      en: `${key} of ${map.name} makes somebody a member of system:masters`,
      ja: `${map.name} の ${key} が system:masters のメンバーを追加しています`,
    });
  },
  examples: [
    fails('masters', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::123456789012:role/operators
      username: operator
      groups: [system:masters]`,
    }),
    fails('masters in Terraform', {
      terraform: `resource "kubernetes_config_map_v1" "aws_auth" {
  metadata {
    name      = "aws-auth"
    namespace = "kube-system"
  }
  data = {
    mapRoles = yamlencode([{ rolearn = "arn:aws:iam::123456789012:role/operators", username = "operator", groups = ["system:masters"] }])
  }
}`,
    }),
    passes('a group of its own', {
      kubernetes: `apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
data:
  mapRoles: |
    - rolearn: arn:aws:iam::123456789012:role/operators
      username: operator
      groups: [operators]`,
    }),
    passes('a group of its own in Terraform', {
      terraform: `resource "kubernetes_config_map_v1" "aws_auth" {
  metadata {
    name      = "aws-auth"
    namespace = "kube-system"
  }
  data = {
    mapRoles = yamlencode([{ rolearn = "arn:aws:iam::123456789012:role/operators", username = "operator", groups = ["operators"] }])
  }
}`,
    }),
  ],
});

function isMaster(text: string | undefined): boolean {
  return /\bsystem:masters\b/.test(text ?? '');
}
