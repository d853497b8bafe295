/** EKS opens port 22 to the internet when a key is named without groups. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes do not open SSH to the internet', ja: 'ノードの SSH がインターネットに開放されていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.eks.node-group',
  why: {
    en: 'When a key is named without security groups, EKS opens port 22 of every node to the internet.',
    ja: 'キーだけを指定してセキュリティグループを指定しないと、EKS は全ノードの 22 番ポートをインターネットに開放します。',
  },
  fix: {
    summary: {
      en: 'Name the groups that may connect, or leave remote_access out.',
      ja: '接続を許可するグループを指定するか、remote_access を外してください。',
    },
    terraform: `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
  remote_access {
    ec2_ssh_key               = "operations"
    source_security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]
      RemoteAccess:
        Ec2SshKey: operations
        SourceSecurityGroups: [sg-0123456789abcdef0]`,
  },
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html'],
  equivalents: ['CKV_AWS_100'],
  noFramework: 'no control mapping yet',
  evaluate(nodes) {
    if (!nodes.allowsSsh || nodes.limitsSources) return pass();
    return fail({
      en: `Nodes of ${nodes.name} open SSH to the internet`,
      ja: `${nodes.name} のノードは SSH をインターネットに開放します`,
    });
  },
  examples: [
    fails(
      'a key only',
      `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
  remote_access {
    ec2_ssh_key = "operations"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]
      RemoteAccess:
        Ec2SshKey: operations`,
      },
    ),
    passes(
      'a group',
      `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
  remote_access {
    ec2_ssh_key               = "operations"
    source_security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]
      RemoteAccess:
        Ec2SshKey: operations
        SourceSecurityGroups: [sg-0123456789abcdef0]`,
      },
    ),
    passes(
      'no access',
      `resource "aws_eks_node_group" "orders" {
  node_group_name = "orders"
  cluster_name    = "orders"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0123456789abcdef0"]
  scaling_config {
    desired_size = 2
    max_size     = 4
    min_size     = 2
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EKS::Nodegroup
    Properties:
      NodegroupName: orders
      ClusterName: orders
      NodeRole: arn:aws:iam::123456789012:role/nodes
      Subnets: [subnet-0123456789abcdef0]`,
      },
    ),
  ],
});
