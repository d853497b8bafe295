/** What is expected of tests/estates: the paths of each, as `question | beginning | end`, and the edits that end all of some. */

export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'aws-accounts-ci': [
    'ci-identity | repo:example-org/* | aws_s3_bucket.states',
    'role-open-to-everybody | token.actions.githubusercontent.com | aws_s3_bucket.customers',
    'workload-with-admin | aws_iam_role.release | admin',
    'role-chain-to-admin | aws_iam_role.deploy | admin',
  ],
  'aws-data-platform': [
    'public-database | internet | aws_redshift_cluster.warehouse',
    'cross-account-trust | 345678901234 | aws_s3_bucket.lake["curated"]',
    'data-leaving | aws_db_snapshot.orders | 210987654321',
    'pass-role | aws_iam_role.notebook | aws_s3_bucket.lake["curated"]',
    'code-store-to-privileged-workload | aws_iam_user.engineer | aws_s3_bucket.lake["curated"]',
  ],
  'aws-eks-platform': [
    'kubernetes-to-cloud | shop/Deployment/orders-api | admin',
    'kubernetes-to-cloud | platform/ServiceAccount/grafana | admin',
    'kubernetes-to-cloud | platform/DaemonSet/log-shipper | admin',
    'kubernetes-to-cloud | platform/DaemonSet/log-shipper | admin',
    'kubernetes-to-cloud | platform/DaemonSet/log-shipper | aws_s3_bucket.orders',
  ],
  'aws-serverless': [
    'topic-open-to-privileged-function | internet | PaymentQueue',
    'function-code-writable | ReleaseUser | UploadsBucket',
    'public-function-to-privileged-role | internet | UploadsBucket',
    'leaked-credential | SupportUser | MembersTable',
  ],
  'aws-three-tier': [
    'internet-ssh-to-sensitive-data | internet | aws_s3_bucket.backup',
    'log-or-backup-deletable | internet | aws_s3_bucket.backup',
    'pass-role | aws_iam_user.operator | admin',
    'metadata-credential-theft | internet | aws_s3_bucket.invoices',
  ],
  'azure-landing-zone': [
    'public-store-with-sensitive-data | internet | azurerm_storage_account.scans',
    'internet-remote-login | internet | azurerm_postgresql_flexible_server.legacy',
    'internet-remote-login | internet | azurerm_storage_account.claims',
    'log-or-backup-deletable | internet | azurerm_recovery_services_vault.claims',
    'internet-remote-login | internet | azurerm_key_vault.claims',
    'escalation-to-data | 00000000-0000-0000-0000-0000000000d3 | azurerm_storage_account.claims',
  ],
  'gcp-project': [
    'public-store-with-sensitive-data | internet | google_bigquery_dataset.visits',
    'internet-ssh-to-sensitive-data | internet | google_storage_bucket.images',
    'role-open-to-everybody | token.actions.githubusercontent.com | google_storage_bucket.images',
    'internet-ssh-to-admin | internet | admin',
  ],
  'two-clouds': [
    'leaver-to-admin | noda.kaito@example.com | admin',
    'leaver-to-sensitive-data | aws_iam_user.operator["endo.yuto"] | aws_dynamodb_table.customers',
    'leaver-to-sensitive-data | noda.kaito@example.com | google_storage_bucket.landing',
    'leaver-to-admin | aws_iam_user.founder | admin',
  ],
};

type Repair = readonly [file: string, before: string, after: string];

export const REPAIRS: Readonly<Record<string, readonly Repair[]>> = {
  'aws-three-tier': [
    ['network.tf', 'to_port     = 22\n    cidr_blocks = ["0.0.0.0/0"]', 'to_port     = 22\n    cidr_blocks = ["203.0.113.0/24"]'],
    ['compute.tf', 'http_tokens                 = "optional"', 'http_tokens                 = "required"'],
    ['access.tf', 'Action = "iam:PassRole", Resource = "*"', 'Action = "iam:PassRole", Resource = aws_iam_role.bastion.arn'],
    ['access.tf', 'Action = "ssm:StartSession", Resource = "*"', 'Action = "ssm:ListCommands", Resource = "*"'],
    ['access.tf', 'Action = "ec2:*", Resource = "*"', 'Action = ["ec2:StartInstances", "ec2:StopInstances"], Resource = "*"'],
  ],
  'aws-data-platform': [
    ['engines.tf', 'publicly_accessible       = true', 'publicly_accessible       = false'],
    ['engines.tf', 'shared_accounts        = ["210987654321"]', 'shared_accounts        = []'],
    ['access.tf', 'Principal = { AWS = "arn:aws:iam::345678901234:root" } }]', 'Principal = { AWS = "arn:aws:iam::123456789012:root" } }]'],
    ['access.tf', '"glue:CreateJob", "glue:StartJobRun"', '"glue:GetJob"'],
    [
      'access.tf',
      'Action = ["s3:GetObject", "s3:PutObject"], Resource = "${aws_s3_bucket.lake["scripts"].arn}/*"',
      'Action = "s3:GetObject", Resource = "${aws_s3_bucket.lake["scripts"].arn}/*"',
    ],
  ],
  'aws-eks-platform': [
    [
      'infra/service-roles.tf',
      'StringLike = { "${local.issuer}:sub" = "system:serviceaccount:*:*" }',
      'StringEquals = { "${local.issuer}:sub" = "system:serviceaccount:platform:runner" }',
    ],
    ['manifests/platform.yaml', 'name: cluster-admin }', 'name: view }'],
    ['manifests/platform.yaml', 'securityContext: { privileged: true }', 'securityContext: { allowPrivilegeEscalation: false }'],
    ['manifests/platform.yaml', 'volumes: [{ name: root, hostPath: { path: / } }]', 'volumes: [{ name: root, emptyDir: {} }]'],
  ],
  'two-clouds': [
    ['aws/main.tf', '"endo.yuto", ', ''],
    ['aws/main.tf', '"iam:AttachUserPolicy", "iam:ListUsers"', '"iam:ListUsers"'],
    ['gcp/main.tf', 'user:noda.kaito@example.com', 'serviceAccount:${google_service_account.importer.email}'],
    ['gcp/main.tf', 'roles/iam.serviceAccountTokenCreator', 'roles/logging.logWriter'],
    ['manifests/ordering.yaml', 'name: cluster-admin }', 'name: view }'],
  ],
};
