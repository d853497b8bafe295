/** Identities of Kubernetes, Google Cloud and Azure as a user meets them: a way in, and the same without what makes it one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { runCli } from './run.ts';

async function run(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> {
  return await inFolder(files, async (cwd) => {
    const out = { stdout: '', stderr: '' };
    const stream = (name: 'stdout' | 'stderr') => ({ write: (text: string) => void (out[name] += text), isTerminal: false, columns: 120 });
    const now = (): Date => new Date('2026-11-22T09:00:00Z');
    await runCli(args, { cwd, variables: {}, now, stdout: stream('stdout'), stderr: stream('stderr') });
    assert.equal(out.stderr, '');
    return out.stdout;
  });
}

/** Entry and goal of every path, in short. */
async function ends(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const report = JSON.parse(await run(files, 'paths', '.', '--format', 'json')) as {
    readonly paths: readonly { readonly title: string; readonly steps: readonly { readonly from: string; readonly to: string }[] }[];
  }; // contracts.md section 4
  return report.paths.map(({ steps }) => [steps[0]?.from ?? '', ...steps.map(({ to }) => to)].join(' > '));
}

const irsa = (subject: string): string => `
resource "aws_iam_openid_connect_provider" "cluster" {
  url            = "https://oidc.eks.ap-northeast-1.amazonaws.com/id/AAAABBBB"
  client_id_list = ["sts.amazonaws.com"]
}
resource "aws_iam_role" "api" {
  name = "shop-api"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.cluster.arn }
      Condition = { StringEquals = { "oidc.eks.ap-northeast-1.amazonaws.com/id/AAAABBBB:sub" = "${subject}" } }
    }]
  })
}
resource "aws_iam_role_policy_attachment" "api" {
  role       = aws_iam_role.api.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
`;
const cluster = (verbs: string, resources = 'deployments', group = 'apps'): string => `
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules: [{ apiGroups: ["${group}"], resources: [${resources}], verbs: [${verbs}] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer }
subjects: [{ kind: User, name: hanako, apiGroup: rbac.authorization.k8s.io }]
`;
const SUBJECT = 'system:serviceaccount:shop:api';
const ROLE = 'hanako > shop/ServiceAccount/api > aws_iam_role.api > admin';

test('who may create pods becomes the role of AWS that trusts a service account of the namespace', async () => {
  assert.ok((await ends({ 'main.tf': irsa(SUBJECT), 'k8s.yaml': cluster('create') })).includes(ROLE));
  assert.ok((await ends({ 'main.tf': irsa(SUBJECT), 'k8s.yaml': cluster('create', 'serviceaccounts/token', '') })).includes(ROLE));
});

test('another subject, other verbs, other groups: no way to the role', async () => {
  const others = [
    { 'main.tf': irsa('system:serviceaccount:shop:other'), 'k8s.yaml': cluster('create') },
    { 'main.tf': irsa(SUBJECT), 'k8s.yaml': cluster('get, list') },
    { 'main.tf': irsa(SUBJECT), 'k8s.yaml': cluster('create', 'deployments', 'example.com') },
  ];
  for (const files of others) assert.ok(!(await ends(files)).some((path) => path.startsWith('hanako')));
});

const project = (role: string, member: string): string => `
provider "google" {
  project = "orders-prod"
}
resource "google_service_account" "owner" {
  account_id = "owner"
}
resource "google_project_iam_member" "owner" {
  project = "orders-prod"
  role    = "roles/owner"
  member  = "serviceAccount:\${google_service_account.owner.email}"
}
resource "google_service_account_iam_member" "some" {
  service_account_id = google_service_account.owner.name
  role               = "${role}"
  member             = "${member}"
}
`;
const run2 = (on: string): string => `
resource "google_project_iam_member" "run" {
  project = "${on}"
  role    = "roles/run.developer"
  member  = "user:taro@example.com"
}
`;

test('tokens, and deploying with a service account, lead to the project', async () => {
  const token = project('roles/iam.serviceAccountTokenCreator', 'user:taro@example.com');
  const way = 'taro@example.com > google_service_account.owner > admin';
  assert.deepEqual(await ends({ 'main.tf': token }), [way]);
  const user = project('roles/iam.serviceAccountUser', 'user:taro@example.com');
  assert.deepEqual(await ends({ 'main.tf': user + run2('orders-prod') }), [way]);
});

test('acting as an account without deploying, deploying elsewhere, a role nobody knows: no way', async () => {
  const user = project('roles/iam.serviceAccountUser', 'user:taro@example.com');
  assert.deepEqual(await ends({ 'main.tf': user }), []);
  assert.deepEqual(await ends({ 'main.tf': user + run2('other-project') }), []);
  assert.deepEqual(await ends({ 'main.tf': project('roles/example.unknown', 'user:taro@example.com') }), []);
});

const machine = (role: string, scope: string): string => `
provider "azurerm" {
  subscription_id = "11111111-2222-3333-4444-555555555555"
  features {}
}
data "azurerm_subscription" "primary" {}
resource "azurerm_resource_group" "app" {
  name     = "app"
  location = "japaneast"
}
resource "azurerm_resource_group" "other" {
  name     = "other"
  location = "japaneast"
}
resource "azuread_group" "ops" {
  display_name = "ops"
}
resource "azurerm_linux_virtual_machine" "web" {
  name                = "web"
  resource_group_name = azurerm_resource_group.app.name
  identity {
    type = "SystemAssigned"
  }
}
resource "azurerm_role_assignment" "vm" {
  scope                = data.azurerm_subscription.primary.id
  role_definition_name = "Owner"
  principal_id         = azurerm_linux_virtual_machine.web.identity[0].principal_id
}
resource "azurerm_role_assignment" "ops" {
  scope                = ${scope}
  role_definition_name = "${role}"
  principal_id         = azuread_group.ops.object_id
}
`;

test('whoever runs commands on a machine of Azure has its managed identity', async () => {
  const files = { 'main.tf': machine('Virtual Machine Contributor', 'azurerm_resource_group.app.id') };
  assert.ok((await ends(files)).some((path) => path.startsWith('azuread_group.ops > azurerm_linux_virtual_machine.web > admin')));
});

test('reading, another resource group, an unknown role: no way', async () => {
  const others = [
    machine('Reader', 'azurerm_resource_group.app.id'),
    machine('Virtual Machine Contributor', 'azurerm_resource_group.other.id'),
    machine('Some Role Nobody Knows', 'azurerm_resource_group.app.id'),
  ];
  for (const text of others) assert.ok(!(await ends({ 'main.tf': text })).some((path) => path.startsWith('azuread_group.ops')));
});

test('who-can and can answer in the actions of each cloud', async () => {
  const azure = { 'main.tf': machine('Virtual Machine Contributor', 'azurerm_resource_group.app.id') };
  const action = 'Microsoft.Compute/virtualMachines/runCommand/action';
  const who = await run(azure, 'iam', 'who-can', '.', '--action', action, '--resource', 'azurerm_linux_virtual_machine.web', '--explain');
  assert.match(who, /azuread_group\.ops/);
  assert.match(who, /\+ Virtual Machine Contributor · azurerm_role_assignment\.ops \[main\.tf:\d+\]/);
  const can = await run({ 'k8s.yaml': cluster('create') }, 'iam', 'can', '.', '--principal', 'hanako');
  assert.match(can, /Role\/deployer @ shop \[k8s\.yaml:\d+\]/);
  assert.match(can, /create deployments: shop/);
  const google = { 'main.tf': project('roles/iam.serviceAccountTokenCreator', 'user:taro@example.com') };
  const ask = ['--action', 'iam.serviceAccounts.getAccessToken', '--resource', 'google_service_account.owner'];
  assert.match(await run(google, 'iam', 'who-can', '.', ...ask, '--lang', 'ja'), /user:taro@example\.com +ユーザー/);
});

test('ways, conditions and changes are told in Japanese', async () => {
  const files = { 'main.tf': project('roles/iam.serviceAccountTokenCreator', 'user:taro@example.com') };
  const text = await run(files, 'paths', '.', '--lang', 'ja');
  assert.match(text, /サービスアカウントのトークンを取得する|サービスアカウントとして.+に署名する/);
  assert.match(text, /で与えられた roles\/owner を絞る、または外す/);
});
