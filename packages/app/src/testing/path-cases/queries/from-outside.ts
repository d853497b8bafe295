/** Questions whose paths begin at the internet, at a partner, at builds. */
import { customers, exposed, OBJECTS, policy, READ, rights, role, SERVICE, trust } from '../parts.ts';
import { publicNetwork } from '../../public-network.ts';
import { boundary, bucketPolicy, lambda, scp } from './blocks.ts';
import type { QueryCase } from './types.ts';

const web = role('web', SERVICE('ec2')) + rights('web', policy(READ));
const CLOSED = ['the port is closed to all but an office', 'cidr_blocks = ["0.0.0.0/0"]', 'cidr_blocks = ["203.0.113.0/24"]'] as const;
const READ_TEXT = JSON.stringify({ Effect: 'Allow', Resource: READ.Resource, Action: READ.Action });
const NARROWED = ['the statement is narrowed', 'orders-bucket/*', 'releases-bucket/*'] as const;
const runner = role('runner', SERVICE('lambda')) + rights('runner', policy(READ));

const publicRead = { Principal: '*', Action: 's3:GetObject', Resource: OBJECTS };
const database = `${publicNetwork}resource "aws_subnet" "other" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}
resource "aws_route_table_association" "other" {
  subnet_id      = aws_subnet.other.id
  route_table_id = aws_route_table.public.id
}
resource "aws_db_subnet_group" "members" {
  name       = "members"
  subnet_ids = [aws_subnet.public.id, aws_subnet.other.id]
}
resource "aws_security_group" "members" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_db_instance" "members" {
  identifier             = "members"
  engine                 = "postgres"
  instance_class         = "db.t4g.small"
  allocated_storage      = 20
  storage_encrypted      = true
  username               = "orders"
  publicly_accessible    = true
  db_subnet_group_name   = aws_db_subnet_group.members.name
  vpc_security_group_ids = [aws_security_group.members.id]
  tags                   = { DataClass = "personal" }
}
`;
const queue = (document: string): string => `resource "aws_sqs_queue" "orders" {
  name = "orders"
}
resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = ${document}
}
resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.orders.arn
}
`;

const DNS = 'aws:123456789012:global:route53';
const EC2 = 'aws:123456789012:ap-northeast-1:ec2';
const zone = { HostedZoneId: 'Z0123456789' };
/** A name of a zone leads to an address, and the account has two others. */
const addresses = JSON.stringify({
  [`${DNS}:ListHostedZones`]: [
    { response: { HostedZones: [{ Id: '/hostedzone/Z0123456789', Name: 'example.com.', Config: { PrivateZone: false } }] } },
  ],
  [`${DNS}:ListResourceRecordSets`]: [
    {
      request: zone,
      response: {
        ResourceRecordSets: [
          {
            ...{ Name: 'shop.example.com.', Type: 'CNAME', TTL: 300 },
            ResourceRecords: [{ Value: 'ec2-203-0-113-20.ap-northeast-1.compute.amazonaws.com' }],
          },
        ],
      },
    },
  ],
  [`${EC2}:DescribeAddresses`]: [{ response: { Addresses: [{ AllocationId: 'eipalloc-1', PublicIp: '203.0.113.10' }] } }],
  [`${EC2}:DescribeNetworkInterfaces`]: [
    { response: { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', Association: { PublicIp: '203.0.113.11' }, Groups: [] }] } },
  ],
  [`${EC2}:DescribeInstances`]: [{ response: { Reservations: [] } }],
});

export const outsideCases: readonly QueryCase[] = [
  {
    ...{ number: 1, query: 'internet-ssh-to-sensitive-data', name: 'SSH for everybody, and a role that reads customers' },
    code: exposed(22) + web + customers,
    ends: [
      ['an explicit deny', READ_TEXT, `${READ_TEXT},${JSON.stringify({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' })}`],
      [
        'another boundary',
        'resource "aws_iam_role" "web" {',
        'resource "aws_iam_role" "web" {\n  permissions_boundary = "arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"',
      ],
      ['a service control policy', scp('s3:GetObject')],
    ],
    fixes: [
      [/^Close aws_instance\.web to the internet/, ...CLOSED],
      [/^Narrow or remove policy .* of aws_iam_role\.web$/, ...NARROWED],
      [
        /^Give aws_instance\.web a role with fewer rights$/,
        'without a role',
        '  iam_instance_profile   = aws_iam_instance_profile.web.name\n',
        '',
      ],
    ],
  },
  {
    ...{ number: 1, query: 'internet-ssh-to-admin', name: 'SSH for everybody, and a role that is administrator' },
    code: exposed(22) + role('web', SERVICE('ec2')) + rights('web', policy({ Action: '*' })),
    ends: [['a service control policy', scp('*')]],
    fixes: [
      [/^Close aws_instance\.web to the internet/, ...CLOSED],
      [/^Narrow or remove policy .* of aws_iam_role\.web$/, 'one service', '"Action":"*"', '"Action":"sqs:*"'],
    ],
  },
  {
    ...{ number: 1, query: 'internet-remote-login', name: 'RDP for everybody' },
    code: exposed(3389) + web + customers,
    ends: [['another port', 'from_port   = 3389\n    to_port     = 3389', 'from_port   = 443\n    to_port     = 443']],
    fixes: [[/^Close aws_instance\.web to the internet/, ...CLOSED]],
  },
  {
    ...{ number: 3, query: 'internet-exploit', name: 'a vulnerability that is exploited, behind an open port' },
    vulnerabilities: 'resource,cve,kev,epss\naws_instance.web,CVE-2026-0001,true,0.94\n',
    code: exposed(443) + web + customers,
    ends: [
      ['another machine has it', '"aws_instance" "web"', '"aws_instance" "front"'],
      ['a service control policy', scp('s3:GetObject')],
    ],
    fixes: [
      [/^Fix CVE-2026-0001 on aws_instance\.web$/, 'it is found no more', 'aws_instance.web,CVE-2026-0001,true,0.94', ''],
      [/^Close aws_instance\.web to the internet/, ...CLOSED],
      [/^Narrow or remove policy .* of aws_iam_role\.web$/, ...NARROWED],
    ],
  },
  {
    ...{ number: 4, query: 'metadata-credential-theft', name: 'IMDSv1 behind an open port' },
    code: exposed(443, { tokens: 'optional' }) + web + customers,
    ends: [['a service control policy', scp('s3:*')]],
    fixes: [
      [/^Require IMDSv2 on aws_instance\.web$/, 'IMDSv2', '"optional"', '"required"'],
      [/^Close aws_instance\.web to the internet/, ...CLOSED],
    ],
  },
  {
    ...{ number: 5, query: 'public-store-with-sensitive-data', name: 'a bucket of customers that everybody reads' },
    code: customers + bucketPolicy('customers', policy(publicRead)),
    ends: [
      [
        'public access blocked for the account',
        'resource "aws_s3_account_public_access_block" "all" {\n  restrict_public_buckets = true\n}\n',
      ],
      [
        'public access blocked for the bucket',
        'resource "aws_s3_bucket_public_access_block" "all" {\n  bucket = aws_s3_bucket.customers.id\n  restrict_public_buckets = true\n}\n',
      ],
      ['only from an office', '"Principal":"*"', '"Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}'],
      ['an explicit deny', '"Statement":[', `"Statement":[${JSON.stringify({ Effect: 'Deny', ...publicRead })},`],
      ['only a role', '"Principal":"*"', '"Principal":{"AWS":"arn:aws:iam::123456789012:role/orders"}'],
    ],
    fixes: [[/^Close aws_s3_bucket\.customers to the public$/, 'the policy allows nothing', '"Effect":"Allow"', '"Effect":"Deny"']],
  },
  {
    ...{ number: 6, query: 'public-writable-store', name: 'everybody writes what a function loads' },
    code:
      lambda('s3_bucket = aws_s3_bucket.code.id\n  s3_key = "orders.zip"') +
      runner +
      customers +
      `resource "aws_s3_bucket" "code" {\n  bucket = "code-bucket"\n}\n` +
      bucketPolicy('code', policy({ Principal: '*', Action: 's3:PutObject', Resource: 'arn:aws:s3:::code-bucket/*' })),
    ends: [
      ['only reading', 's3:PutObject', 's3:GetObjectTagging'],
      ['a service control policy on the function', scp('s3:GetObject')],
    ],
    fixes: [
      [
        /^Close aws_s3_bucket\.code to the public$/,
        'only a role',
        '"Principal":"*"',
        '"Principal":{"AWS":"arn:aws:iam::123456789012:role/build"}',
      ],
    ],
  },
  {
    ...{ number: 7, query: 'public-snapshot', name: 'a snapshot of members for everybody' },
    code: `resource "aws_db_snapshot" "members" {
  db_instance_identifier = "members"
  db_snapshot_identifier = "members-2026"
  shared_accounts        = ["all"]
  tags                   = { DataClass = "personal" }
}
`,
    ends: [['data that is public anyway', '"personal"', '"public"']],
    fixes: [[/^Close aws_db_snapshot\.members to the public$/, 'not shared', '["all"]', '[]']],
  },
  {
    ...{ number: 8, query: 'public-database', name: 'a database that answers the internet' },
    code: database,
    ends: [
      ['not public', 'publicly_accessible    = true', 'publicly_accessible    = false'],
      ['no route', '    gateway_id = aws_internet_gateway.main.id', '    gateway_id = "vgw-0a1b2c3d"'],
    ],
    fixes: [[/^Close aws_db_instance\.members to the internet/, ...CLOSED]],
  },
  {
    ...{ number: 13, query: 'cross-account-trust', name: 'a vendor without external id' },
    code: role('vendor', trust({ AWS: 'arn:aws:iam::210987654321:root' })) + rights('vendor', policy(READ)) + customers,
    ends: [
      [
        'an external id',
        '"Principal":{"AWS":"arn:aws:iam::210987654321:root"}',
        '"Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Condition":{"StringEquals":{"sts:ExternalId":"orders-2026"}}',
      ],
      ['a service control policy', scp('s3:GetObject')],
    ],
    fixes: [
      [/^Narrow who may assume aws_iam_role\.vendor$/, 'only the own account', '210987654321:root', '123456789012:root'],
      [/^Narrow or remove policy .* of aws_iam_role\.vendor$/, ...NARROWED],
    ],
  },
  {
    ...{ number: 13, query: 'cross-account-trust', name: 'a bucket that lets in another account' },
    code: customers + bucketPolicy('customers', policy({ Sid: 'Partner', Principal: { AWS: 'arn:aws:iam::210987654321:root' }, ...READ })),
    ends: [
      ['only the own account', '210987654321:root', '123456789012:root'],
      [
        'only the organization',
        '"Principal":{"AWS":"arn:aws:iam::210987654321:root"}',
        '"Principal":{"AWS":"arn:aws:iam::210987654321:root"},"Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-orders2026"}}',
      ],
      ['the statement denies', '"Effect":"Allow"', '"Effect":"Deny"'],
    ],
    fixes: [
      [
        /^Narrow statement Partner of the policy of aws_s3_bucket\.customers$/,
        'only one of its own',
        '210987654321:root',
        '123456789012:root',
      ],
    ],
  },
  {
    ...{ number: 13, query: 'role-open-to-everybody', name: 'a role for everybody' },
    code: role('vendor', trust('*')) + rights('vendor', policy(READ)) + customers,
    ends: [
      ['only the organization', '"Principal":"*"', '"Principal":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-orders2026"}}'],
      ['only from an office', '"Principal":"*"', '"Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}'],
    ],
    fixes: [
      [/^Narrow who may assume aws_iam_role\.vendor$/, 'only a service', '"Principal":"*"', '"Principal":{"Service":"ec2.amazonaws.com"}'],
    ],
  },
  {
    ...{ number: 14, query: 'ci-identity', name: 'builds of every repository deploy' },
    code: `resource "aws_iam_openid_connect_provider" "github" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
}
resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = aws_iam_openid_connect_provider.github.arn }, Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example*" } } }] })
}
${rights('deploy', policy({ Action: '*' }))}`,
    ends: [['a role without rights', '"Action":"*"', '"Action":"sqs:SendMessage"']],
    fixes: [[/^Narrow who may assume aws_iam_role\.deploy$/, 'one branch', 'repo:example*', 'repo:example/orders:ref:refs/heads/main']],
  },
  {
    ...{ number: 17, query: 'public-function-to-privileged-role', name: 'a function that everybody calls reads customers' },
    code: `${lambda()}${runner}${customers}resource "aws_lambda_function_url" "orders" {
  function_name      = aws_lambda_function.orders.function_name
  authorization_type = "NONE"
}
`,
    ends: [['an explicit deny in the bucket', bucketPolicy('customers', policy({ Effect: 'Deny', ...publicRead }))]],
    fixes: [
      [/^Let only signed-in callers use aws_lambda_function\.orders$/, 'signed calls', '"NONE"', '"AWS_IAM"'],
      [/^Narrow or remove policy .* of aws_iam_role\.runner$/, ...NARROWED],
    ],
  },
  {
    ...{ number: 26, query: 'subdomain-takeover', name: 'a website bucket that is gone' },
    code: `resource "aws_route53_record" "campaign" {
  zone_id = "Z0123456789"
  name    = "campaign.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["campaign.example.com.s3-website-ap-northeast-1.amazonaws.com"]
}
`,
    ends: [
      ['the bucket is there', 'resource "aws_s3_bucket" "campaign" {\n  bucket = "campaign.example.com"\n}\n'],
      ['a bucket of which nobody knows the name', 'variable "site" {}\nresource "aws_s3_bucket" "campaign" {\n  bucket = var.site\n}\n'],
      ['an own address', 'campaign.example.com.s3-website-ap-northeast-1.amazonaws.com', 'www.example.com'],
    ],
    fixes: [
      [
        /^Delete the record aws_route53_record\.campaign$/,
        'no record',
        'resource "aws_route53_record" "campaign" {',
        'resource "aws_route53_record" "campaign" {\n  count = 0',
      ],
    ],
  },
  {
    ...{ number: 26, query: 'subdomain-takeover', name: 'an address of an account that it has given back', snapshot: addresses },
    code: 'resource "aws_sqs_queue" "orders" {\n}\n',
    ends: [
      ['the account still has it', '"203.0.113.10"', '"203.0.113.20"'],
      ['an interface has it', '"203.0.113.11"', '"203.0.113.20"'],
      [
        'addresses could not be read',
        '"response":{"Addresses"',
        '"error":{"code":"UnauthorizedOperation","message":"no"},"was":{"Addresses"',
      ],
      ['nothing was read of its region', 'ec2-203-0-113-20.ap-northeast-1', 'ec2-203-0-113-20.us-west-2'],
      ['it is no address of machines', 'ec2-203-0-113-20.ap-northeast-1.compute.amazonaws.com', 'www.example.net'],
    ],
    fixes: [[/^Delete the record /, 'another record', 'ec2-203-0-113-20.ap-northeast-1.compute.amazonaws.com', 'www.example.net']],
  },
  {
    ...{ number: 26, query: 'subdomain-takeover', name: 'an app of Azure that is gone' },
    code: `resource "azurerm_dns_cname_record" "shop" {
  name                = "shop"
  zone_name           = "example.com"
  resource_group_name = "web"
  ttl                 = 300
  record              = "orders-shop.azurewebsites.net"
}
`,
    ends: [['the app is there', 'resource "azurerm_linux_web_app" "shop" {\n  name = "orders-shop"\n}\n']],
    fixes: [[/^Delete the record azurerm_dns_cname_record\.shop$/, 'no record', '"shop" {', '"shop" {\n  count = 0']],
  },
  {
    ...{ number: 27, query: 'topic-open-to-privileged-function', name: 'a queue that everybody sends to starts a function' },
    code: queue(policy({ Principal: '*', Action: 'sqs:SendMessage' })) + lambda() + runner + customers,
    ends: [
      ['only a role sends', '"Principal":"*"', '"Principal":{"AWS":"arn:aws:iam::123456789012:role/orders"}'],
      ['nothing is started', '  function_name    = aws_lambda_function.orders.arn', '  function_name    = "billing"'],
      [
        'a boundary of the function',
        'resource "aws_iam_role" "runner" {',
        `${boundary(policy({ Action: 'sqs:*' }))}resource "aws_iam_role" "runner" {\n  permissions_boundary = aws_iam_policy.boundary.arn`,
      ],
    ],
    fixes: [
      [
        /^Close aws_sqs_queue\.orders to the public$/,
        'only the own account',
        '"Principal":"*"',
        '"Principal":{"AWS":"arn:aws:iam::123456789012:root"}',
      ],
    ],
  },
];
