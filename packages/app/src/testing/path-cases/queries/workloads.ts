/** Questions whose paths begin in code that runs: applications, clusters, development. */
import { admin, customers, exposed, policy, READ, rights, role, SERVICE, trust } from '../parts.ts';
import { boundary, lambda, scp } from './blocks.ts';
import type { QueryCase } from './types.ts';

const OTHER = 'arn:aws:iam::123456789012:role/other';
const tagged = (environment: string): string => `tags = { Environment = "${environment}" }`;
const shop = role('shop', trust({ AWS: 'arn:aws:iam::123456789012:role/dev' }), tagged('production')) + rights('shop', policy(READ));
const real = customers.replace('{ DataClass = "personal" }', '{ DataClass = "personal", Environment = "production" }');

/** Two networks with a peering and routes both ways; a machine in one, a database in the other. */
const peered = `resource "aws_vpc" "dev" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_vpc" "prod" {
  cidr_block = "10.2.0.0/16"
}
resource "aws_subnet" "dev" {
  vpc_id     = aws_vpc.dev.id
  cidr_block = "10.1.1.0/24"
}
resource "aws_subnet" "prod" {
  vpc_id     = aws_vpc.prod.id
  cidr_block = "10.2.1.0/24"
}
resource "aws_vpc_peering_connection" "both" {
  vpc_id      = aws_vpc.dev.id
  peer_vpc_id = aws_vpc.prod.id
  auto_accept = true
}
resource "aws_route_table" "dev" {
  vpc_id = aws_vpc.dev.id
  route {
    cidr_block                = "10.2.0.0/16"
    vpc_peering_connection_id = aws_vpc_peering_connection.both.id
  }
}
resource "aws_route_table" "prod" {
  vpc_id = aws_vpc.prod.id
  route {
    cidr_block                = "10.1.0.0/16"
    vpc_peering_connection_id = aws_vpc_peering_connection.both.id
  }
}
resource "aws_route_table_association" "dev" {
  subnet_id      = aws_subnet.dev.id
  route_table_id = aws_route_table.dev.id
}
resource "aws_route_table_association" "prod" {
  subnet_id      = aws_subnet.prod.id
  route_table_id = aws_route_table.prod.id
}
resource "aws_security_group" "dev" {
  vpc_id = aws_vpc.dev.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "prod" {
  vpc_id = aws_vpc.prod.id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}
resource "aws_instance" "dev" {
  ami                    = "ami-0a1b2c3d4e5f60718"
  instance_type          = "t3.small"
  subnet_id              = aws_subnet.dev.id
  vpc_security_group_ids = [aws_security_group.dev.id]
  tags                   = { Environment = "development" }
}
resource "aws_db_subnet_group" "members" {
  name       = "members"
  subnet_ids = [aws_subnet.prod.id]
}
resource "aws_db_instance" "members" {
  identifier             = "members"
  engine                 = "postgres"
  instance_class         = "db.t4g.small"
  storage_encrypted      = true
  db_subnet_group_name   = aws_db_subnet_group.members.name
  vpc_security_group_ids = [aws_security_group.prod.id]
  publicly_accessible    = false
  tags                   = { DataClass = "personal", Environment = "production" }
}
`;

const pods = `apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: orders }
---
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: orders }
spec:
  serviceAccountName: api
  containers: [{ name: api, image: "example/api:1" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: debug, namespace: orders }
rules: [{ apiGroups: [""], resources: [pods/exec], verbs: [create, get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: debug, namespace: orders }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: debug }
subjects: [{ apiGroup: rbac.authorization.k8s.io, kind: User, name: alice }]
`;

export const workloadCases: readonly QueryCase[] = [
  {
    ...{ number: 11, query: 'workload-with-admin', name: 'a function that is administrator' },
    code: lambda() + role('runner', SERVICE('lambda')) + rights('runner', policy({ Action: '*' })),
    ends: [
      ['a service control policy', scp('*')],
      [
        'a boundary',
        'resource "aws_iam_role" "runner" {',
        `${boundary(policy({ Action: 'sqs:*' }))}resource "aws_iam_role" "runner" {\n  permissions_boundary = aws_iam_policy.boundary.arn`,
      ],
    ],
    fixes: [
      [/^Narrow or remove policy .* of aws_iam_role\.runner$/, 'one service', '"Action":"*"', '"Action":"sqs:*"'],
      [
        /^Give aws_lambda_function\.orders a role with fewer rights$/,
        'another role',
        'role          = aws_iam_role.runner.arn',
        `role          = "${OTHER}"`,
      ],
    ],
  },
  {
    ...{ number: 11, query: 'workload-with-admin', name: 'a machine that is administrator' },
    code: exposed(443, { open: '10.0.0.0/16' }).replaceAll('aws_iam_role.web', 'aws_iam_role.admin') + admin('ec2'),
    ends: [],
    fixes: [
      [
        /^Give aws_instance\.web a role with fewer rights$/,
        'without a role',
        '  iam_instance_profile   = aws_iam_instance_profile.web.name\n',
        '',
      ],
    ],
  },
  {
    ...{ number: 18, query: 'kubernetes-to-cloud', name: 'whoever enters a pod has its role', files: { 'pods.yaml': pods } },
    code: `${role('api', trust({ Service: 'pods.eks.amazonaws.com' }))}${rights('api', policy(READ))}${customers}resource "aws_eks_pod_identity_association" "api" {
  cluster_name    = "orders"
  namespace       = "orders"
  service_account = "api"
  role_arn        = aws_iam_role.api.arn
}
`,
    ends: [
      ['another service account', 'service_account = "api"', 'service_account = "worker"'],
      ['a service control policy', scp('s3:GetObject')],
    ],
    fixes: [[/^Narrow or remove policy .* of aws_iam_role\.api$/, 'another bucket', 'orders-bucket/*', 'releases-bucket/*']],
  },
  {
    ...{ number: 19, query: 'development-to-production', name: 'a role of development assumes one of production' },
    code:
      role('dev', trust({ AWS: 'arn:aws:iam::123456789012:root' }), tagged('development')) +
      rights('dev', policy({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::123456789012:role/shop' })) +
      shop +
      real,
    ends: [
      ['it is of production too', '"development"', '"production"'],
      ['data that is not of production', '"personal", Environment = "production"', '"personal", Environment = "development"'],
      ['a service control policy', scp('s3:GetObject')],
    ],
    fixes: [
      [/^Narrow who may assume aws_iam_role\.shop$/, 'another role', 'role/dev', 'role/other'],
      [/^Narrow or remove policy .* of aws_iam_role\.shop$/, 'another bucket', 'orders-bucket/*', 'releases-bucket/*'],
    ],
  },
  {
    ...{ number: 19, query: 'development-to-production', name: 'a machine of development reaches a database of production' },
    code: peered,
    ends: [
      ['no route back', '    cidr_block                = "10.1.0.0/16"', '    cidr_block                = "10.9.0.0/16"'],
      ['no route there', '    cidr_block                = "10.2.0.0/16"', '    cidr_block                = "10.9.0.0/16"'],
      ['only its own network', '"10.0.0.0/8"', '"10.2.0.0/16"'],
      ['it is of production too', '"development"', '"production"'],
    ],
    fixes: [[/^Close aws_subnet\.prod to aws_subnet\.dev$/, 'a group of its own', '"10.0.0.0/8"', '"10.2.1.0/24"']],
  },
];
