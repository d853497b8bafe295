import type {
  CatalogueEntry,
  Check,
  Evidence,
  Finding,
  FindingInstance,
  Framework,
  Language,
  ScanReport,
  Severity,
  Source,
  Status,
  Text,
} from '@kumomori/model';
import type { OutputContext } from '../output-format.ts';

const network: Source = {
  path: 'modules/network/main.tf',
  text: `# 共有ネットワーク
resource "aws_security_group" "bastion" {
  name   = "bastion-踏み台"
  vpc_id = aws_vpc.main.id

  ingress {
    description = "SSH for 障害対応"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.ssh_cidrs # temporary
  }
}
`,
};
const tfvars: Source = {
  path: 'prod.tfvars',
  text: `region    = "ap-northeast-1"\nssh_cidrs = ["0.0.0.0/0"]\ndb_password = "correct-horse"\n`,
};
const storage: Source = {
  path: 'storage.tf',
  text: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  tags = {
    Owner = "受注チーム"
  }
}

resource "aws_db_instance" "orders" {
  identifier = "orders-db"
  password   = "hunter2-hunter2"
  storage_encrypted = false
  publicly_accessible = data.external.flags.result["public"]
}
`,
};
const sources: ReadonlyMap<string, Source> = new Map([network, tfvars, storage].map((source) => [source.path, source]));

const text = (en: string, ja: string): Text => ({ en, ja });

function instance(address: string, name: string, message: Text, status: Status = 'fail'): FindingInstance {
  return { address, name, status, message, evidence: [], suppressed: null };
}

function evidence(piece: Partial<Evidence>): Evidence {
  return {
    path: 'versioning.status',
    value: null,
    state: 'explicit',
    file: null,
    line: null,
    column: null,
    endLine: null,
    reason: null,
    provenance: [],
    ...piece,
  };
}

function at(source: Source, needle: string): { source: Source; start: number; end: number } {
  const start = source.text.indexOf(needle);
  return { source, start, end: start + needle.length };
}

const sshFinding: Finding = {
  fingerprint: '4f0c2a7be9d1',
  checkId: 'aws-ec2-security-group-ssh-closed',
  title: text('Security groups do not open SSH to the internet', 'セキュリティグループが SSH をインターネットに公開していない'),
  status: 'fail',
  severity: 'critical',
  message: text(
    'Security group bastion-踏み台 lets 0.0.0.0/0 reach port 22',
    'セキュリティグループ bastion-踏み台 で、0.0.0.0/0 からポート 22 への接続が許可されています',
  ),
  resource: {
    type: 'aws.ec2.security-group',
    id: 'module.network["tokyo"].aws_security_group.bastion',
    name: 'bastion-踏み台',
    provider: 'aws',
    account: '123456789012',
    region: 'ap-northeast-1',
    tags: { Owner: 'network@example.com' },
  },
  origin: {
    kind: 'terraform',
    target: 'infra',
    address: 'module.network["tokyo"].aws_security_group.bastion',
    file: network.path,
    startLine: 2,
    endLine: 13,
  },
  evidence: [
    evidence({ path: 'ingress[0].fromPort', value: 22, file: network.path, line: 8, column: 19, endLine: 8 }),
    evidence({
      path: 'ingress[0].cidrs[0]',
      value: '0.0.0.0/0',
      file: tfvars.path,
      line: 2,
      column: 13,
      endLine: 2,
      provenance: [
        { name: 'var.ssh_cidrs', file: 'variables.tf', line: 4 },
        { name: 'module.network.ssh_cidrs', file: 'main.tf', line: 9 },
      ],
    }),
  ],
  instances: ['tokyo', 'osaka', 'virginia'].map((key) =>
    instance(
      `module.network["${key}"].aws_security_group.bastion`,
      'bastion-踏み台',
      text(`Security group bastion-踏み台 in ${key} lets 0.0.0.0/0 reach port 22`, `${key} のセキュリティグループが公開されています`),
    ),
  ),
  frameworks: [{ framework: 'cis-aws', version: '5.0', control: '5.3' }],
  equivalents: ['CKV_AWS_24', 'AVD-AWS-0107', 'EC2.13', 'prowler:ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22'],
  suppressed: null,
  fix: {
    summary: text(
      'Allow only the addresses that need it, or use Session Manager and no open port.',
      '必要な接続元だけを許可するか、Session Manager を使ってポートを閉じてください。',
    ),
    patch: null,
  },
  fixAt: at(tfvars, 'ssh_cidrs'),
};

const versioningFinding: Finding = {
  ...sshFinding,
  fingerprint: '9b1d77c0aa42',
  checkId: 'aws-s3-bucket-versioning',
  title: text('S3 bucket keeps versions of its objects', 'S3 バケットでバージョニングが有効である'),
  severity: 'medium',
  message: text('Bucket orders-bucket keeps no versions', 'バケット orders-bucket でバージョニングが有効になっていません'),
  resource: {
    ...sshFinding.resource,
    type: 'aws.s3.bucket',
    id: 'aws_s3_bucket.orders',
    name: 'orders-bucket',
    account: null,
    region: null,
    tags: { Owner: '受注チーム' },
  },
  origin: { kind: 'terraform', target: 'infra', address: 'aws_s3_bucket.orders', file: storage.path, startLine: 1, endLine: 6 },
  evidence: [evidence({ state: 'absent', file: storage.path, line: 1, column: 1, endLine: 6 })],
  instances: [instance('aws_s3_bucket.orders', 'orders-bucket', text('Bucket orders-bucket keeps no versions', 'バージョニングなし'))],
  frameworks: [],
  equivalents: ['CKV_AWS_21'],
  fix: {
    summary: text('Turn versioning on for the bucket.', 'バケットのバージョニングを有効にしてください。'),
    patch: '--- a/storage.tf\n+++ b/storage.tf\n@@ -6,0 +7 @@\n+resource "aws_s3_bucket_versioning" "orders" {}\n',
  },
  fixAt: at(storage, 'resource "aws_s3_bucket"'),
};

const unknownFinding: Finding = {
  ...versioningFinding,
  fingerprint: 'c3d5e0114f88',
  checkId: 'aws-rds-instance-not-public',
  title: text('RDS instance has no public address', 'RDS インスタンスがパブリックアドレスを持たない'),
  status: 'unknown',
  severity: 'high',
  message: text('Whether orders-db is public is not known before apply', 'orders-db が公開されるかどうかは apply まで確定しません'),
  resource: { ...versioningFinding.resource, type: 'aws.rds.instance', id: 'aws_db_instance.orders', name: 'orders-db' },
  origin: { kind: 'terraform', target: 'infra', address: 'aws_db_instance.orders', file: storage.path, startLine: 8, endLine: 13 },
  evidence: [
    evidence({
      path: 'publiclyAccessible',
      state: 'unresolved',
      file: storage.path,
      line: 12,
      column: 25,
      endLine: 12,
      reason: 'data.external.flags is read at apply',
    }),
  ],
  instances: [instance('aws_db_instance.orders', 'orders-db', text('not known', '不明'), 'unknown')],
  equivalents: [],
  fixAt: null,
};

const redactedFinding: Finding = {
  ...unknownFinding,
  fingerprint: 'd4e6f1225a99',
  checkId: 'aws-rds-instance-no-password-in-code',
  title: text('RDS password is not written in code', 'RDS のパスワードをコードに書いていない'),
  status: 'fail',
  severity: 'high',
  message: text('The master password of orders-db is written in code', 'orders-db のマスターパスワードがコードに書かれています'),
  evidence: [evidence({ path: 'password', state: 'redacted', file: storage.path, line: 10, column: 16, endLine: 10 })],
  fixAt: at(storage, 'password'),
};

const suppressedFinding: Finding = {
  ...versioningFinding,
  fingerprint: 'e5f702336baa',
  checkId: 'aws-s3-bucket-logging',
  title: text('S3 bucket writes access logs', 'S3 バケットのアクセスログが有効である'),
  severity: 'low',
  suppressed: {
    by: 'exception',
    reason: '検証環境のため',
    owner: 'sec@example.com',
    expires: '2027-03-31',
    file: 'kumomori.yaml',
    line: 12,
  },
};

/** Everything a scanned file may try: markup, terminal escapes, direction overrides, formulas, fences, CDATA ends. */
export const hostileFinding: Finding = {
  ...versioningFinding,
  fingerprint: 'f608134477bb',
  checkId: 'aws-s3-bucket-encryption',
  severity: 'info',
  message: text(
    '=HYPERLINK("http://192.0.2.1")</script><script>alert(1)</script> \u001b]0;owned\u0007\u001b[2J ]]> ```\n@everyone | x',
    '=cmd|"/c calc"!A1 <img src=x onerror=alert(1)> \u202egnp.exe',
  ),
  resource: {
    ...versioningFinding.resource,
    name: '=1+1"<b>\u001b[31m\u009b2J',
    id: 'aws_s3_bucket.evil["</script>"]',
    tags: { '@cmd': '<svg onload=alert(1)>' },
  },
  origin: {
    kind: 'terraform',
    target: 'infra',
    address: 'aws_s3_bucket.evil["</script>|`x`"]',
    file: 'bad\u001b[31m.tf',
    startLine: 1,
    endLine: 2,
  },
  evidence: [evidence({ value: '-2+3<script>', file: 'bad\u001b[31m.tf', line: 1 })],
  instances: [instance('aws_s3_bucket.evil["</script>|`x`"]', '=1+1', text('x', 'x'))],
  fixAt: null,
};

/** Not all of Check is read by formats; `evaluate` and examples are not called. */
function entry(id: string, finding: Finding, on: string): readonly [string, CatalogueEntry] {
  const check = {
    title: finding.title,
    severity: finding.severity,
    priority: 'P0',
    controlType: 'preventive',
    on,
    why: text('An open door is found within minutes by scanners.', '公開された入口は、数分以内にスキャナーに見つかります。'),
    fix: {
      summary: finding.fix.summary,
      terraform: 'resource "aws_security_group" "bastion" {\n  name = "bastion"\n}',
      cli: 'aws ec2 revoke-security-group-ingress --group-id sg-0123456789abcdef0',
      console: text('EC2 → Security groups → Edit inbound rules.', 'EC2 → セキュリティグループ → インバウンドルールを編集。'),
    },
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
    equivalents: finding.equivalents,
    evaluate: () => ({ status: 'pass' }),
    examples: [],
  } as unknown as Check; // `on` names types the registry may not have yet
  return [id, { id, check }];
}

const framework: Framework = {
  id: 'cis-aws',
  version: '5.0',
  name: 'CIS AWS Foundations Benchmark',
  mapping: 'own',
  complete: true,
  controls: {
    '1.1': [],
    '2.1.4': ['aws-s3-bucket-versioning'],
    '5.3': ['aws-ec2-security-group-ssh-closed'],
  },
};

export const sampleReport: ScanReport = {
  schemaVersion: '1',
  tool: { name: 'kumomori', version: '0.1.0' },
  startedAt: '2026-11-22T03:00:00.000Z',
  finishedAt: '2026-11-22T03:00:01.250Z',
  targets: [{ kind: 'terraform', path: 'infra/' }],
  summary: {
    resources: 64,
    checks: 90,
    pass: 412,
    fail: 4,
    unknown: 1,
    notApplicable: 3,
    suppressed: 1,
    bySeverity: { critical: 1, high: 1, medium: 1, low: 0, info: 1 },
  },
  findings: [sshFinding, redactedFinding, versioningFinding, hostileFinding, unknownFinding, suppressedFinding],
  frameworks: [
    {
      framework: 'cis-aws',
      version: '5.0',
      name: 'CIS AWS Foundations Benchmark',
      controls: 3,
      automated: 2,
      manual: 1,
      passing: 0,
      failing: 2,
      undecided: 0,
      notAssessed: 0,
      results: [
        { control: '1.1', status: 'manual', checks: [] },
        { control: '2.1.4', status: 'fail', checks: ['aws-s3-bucket-versioning'] },
        { control: '5.3', status: 'fail', checks: ['aws-ec2-security-group-ssh-closed'] },
      ],
    },
  ],
  coverage: [],
  diagnostics: [
    {
      severity: 'error',
      file: 'broken.tf',
      line: 4,
      column: 3,
      code: 'hcl-syntax',
      message: 'An argument or block was expected, found "}"',
    },
    {
      severity: 'warning',
      file: 'kumomori.yaml',
      line: 20,
      column: 1,
      code: 'exception-expired',
      message: 'The exception of ops@example.com for aws-iam-root-mfa ended on 2026-10-31',
    },
  ],
};

export function sampleContext(language: Language, options: Partial<OutputContext> = {}): OutputContext {
  return {
    language,
    color: false,
    width: 100,
    linesOf: (file) => sources.get(file)?.text.split('\n') ?? null,
    relativeToTarget: (file) => file,
    answerAt: () => null,
    catalogue: new Map([
      entry('aws-ec2-security-group-ssh-closed', sshFinding, 'aws.ec2.security-group'),
      entry('aws-s3-bucket-versioning', versioningFinding, 'aws.s3.bucket'),
    ]),
    frameworks: [framework],
    limit: 10,
    htmlReport: 'kumomori-report.html',
    ...options,
  };
}

const SPREAD: readonly Severity[] = ['critical', 'high', 'high', 'medium', 'medium', 'medium', 'low', 'low', 'info'];

/** `count` findings over many folders and checks, for size and speed. */
export function longReport(count: number): ScanReport {
  const base = [sshFinding, versioningFinding, redactedFinding, unknownFinding];
  const findings = Array.from({ length: count }, (_unused, index): Finding => {
    const source = base[index % base.length] ?? sshFinding;
    const folder = `services/team-${index % 40}`;
    const address = `module.service_${index}.${source.origin.address}`;
    return {
      ...source,
      fingerprint: index.toString(16).padStart(32, '0'),
      checkId: `${source.checkId}${index % 20 === 0 ? '' : `-${index % 20}`}`,
      severity: SPREAD[index % SPREAD.length] ?? 'low',
      message: text(`${source.message.en} (service ${index})`, `${source.message.ja}(サービス ${index})`),
      resource: { ...source.resource, id: address, name: `${source.resource.name}-${index}` },
      origin: { ...source.origin, address, file: `${folder}/main.tf` },
    };
  });
  return { ...sampleReport, findings, summary: { ...sampleReport.summary, resources: count, fail: count } };
}
