/** From a service account of a cluster to an identity of a cloud: who may create pods in the namespace is somebody in the cloud. */
import { customers, policy, READ, rights } from '../parts.ts';
import type { WayCase } from '../way-case.ts';

/** A service account, and a role for alice, both in the shop. */
const cluster = `resource "kubernetes_service_account_v1" "api" {
  metadata {
    name      = "api"
    namespace = "shop"
  }
}
resource "kubernetes_role_v1" "alice" {
  metadata {
    name      = "alice"
    namespace = "shop"
  }
  rule {
    api_groups = [""]
    resources  = ["pods"]
    verbs      = ["create"]
  }
}
resource "kubernetes_role_binding_v1" "alice" {
  metadata {
    name      = "alice"
    namespace = "shop"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "alice"
  }
  subject {
    kind = "User"
    name = "alice"
  }
}
`;

const toCluster = [
  ['without the right to create pods', 'verbs      = ["create"]', 'verbs      = ["get"]'],
  ['the rights are in another namespace', '"alice"\n    namespace = "shop"', '"alice"\n    namespace = "billing"'],
] as const;

const eks = `resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/cluster"
  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d"]
  }
}
${customers}`;

const irsa = `resource "aws_iam_openid_connect_provider" "main" {
  url            = "https://oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE"
  client_id_list = ["sts.amazonaws.com"]
}
resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.main.arn }, Condition = { StringEquals = { "oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE:sub" = "system:serviceaccount:shop:api", "oidc.eks.ap-northeast-1.amazonaws.com/id/EXAMPLE:aud" = "sts.amazonaws.com" } } }] })
}
${rights('orders', policy(READ))}`;

const podIdentity = `resource "aws_eks_pod_identity_association" "orders" {
  cluster_name    = aws_eks_cluster.main.name
  namespace       = "shop"
  service_account = "api"
  role_arn        = aws_iam_role.orders.arn
}
resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["sts:AssumeRole", "sts:TagSession"], Principal = { Service = "pods.eks.amazonaws.com" } }] })
}
${rights('orders', policy(READ))}`;

const google = `resource "google_service_account" "orders" {
  account_id = "orders"
  project    = "orders"
}
resource "google_project_iam_member" "orders" {
  project = "orders"
  role    = "roles/owner"
  member  = google_service_account.orders.member
}
resource "google_service_account_iam_member" "orders" {
  service_account_id = google_service_account.orders.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:orders.svc.id.goog[shop/api]"
}
`;

const azure = `resource "azurerm_resource_group" "orders" {
  name     = "orders"
  location = "japaneast"
}
resource "azurerm_user_assigned_identity" "orders" {
  name                = "orders"
  location            = "japaneast"
  resource_group_name = azurerm_resource_group.orders.name
}
resource "azurerm_federated_identity_credential" "orders" {
  name                = "orders"
  resource_group_name = azurerm_resource_group.orders.name
  parent_id           = azurerm_user_assigned_identity.orders.id
  audience            = ["api://AzureADTokenExchange"]
  issuer              = "https://japaneast.oic.prod-aks.azure.com/00000000-0000-0000-0000-000000000000/"
  subject             = "system:serviceaccount:shop:api"
}
resource "azurerm_role_assignment" "orders" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.orders.principal_id
}
`;

const LAUNCH = 'CAN_LAUNCH kubernetes_service_account_v1.api';

export const joinCases: readonly WayCase[] = [
  {
    ...{ way: 'k8s-create-pods', name: 'EKS: a role that trusts the service account', code: cluster + eks + irsa },
    tells: `alice: ${LAUNCH}, FEDERATES aws_iam_role.orders, CAN_READ aws_s3_bucket.customers`,
    closedBy: [
      ...toCluster,
      ['the role trusts another account', 'system:serviceaccount:shop:api', 'system:serviceaccount:shop:web'],
      ['the role trusts another audience', '= "sts.amazonaws.com" } }', '= "vault.example.com" } }'],
      ['the account is in another namespace', '"api"\n    namespace = "shop"', '"api"\n    namespace = "billing"'],
    ],
  },
  {
    ...{ way: 'k8s-create-pods', name: 'EKS Pod Identity: a role associated with the service account', code: cluster + eks + podIdentity },
    tells: `alice: ${LAUNCH}, RUNS_AS aws_iam_role.orders, CAN_READ aws_s3_bucket.customers`,
    closedBy: [
      ...toCluster,
      ['another account is associated', 'service_account = "api"', 'service_account = "web"'],
      ['in another namespace', 'namespace       = "shop"', 'namespace       = "billing"'],
      ['the role has no rights', 's3:GetObject', 's3:ListAllMyBuckets'],
    ],
  },
  {
    ...{ way: 'k8s-create-pods', name: 'GKE: a service account of Google that the one of the cluster may become', code: cluster + google },
    tells: `alice: ${LAUNCH}, RUNS_AS serviceAccount:orders.svc.id.goog[shop/api], CAN_ASSUME google_service_account.orders, HAS_ADMIN admin`,
    closedBy: [
      ...toCluster,
      ['another account may become it', '[shop/api]', '[shop/web]'],
      ['the same name in another namespace', '[shop/api]', '[billing/api]'],
      ['it has no rights', 'roles/owner', 'roles/browser'],
    ],
  },
  {
    ...{ way: 'k8s-create-pods', name: 'AKS: a managed identity with a federated credential', code: cluster + azure },
    tells: `alice: ${LAUNCH}, RUNS_AS azurerm_user_assigned_identity.orders, HAS_ADMIN admin`,
    closedBy: [
      ...toCluster,
      ['another account has the credential', 'system:serviceaccount:shop:api', 'system:serviceaccount:shop:web'],
      ['it has no rights', '"Owner"', '"Reader"'],
    ],
  },
];
