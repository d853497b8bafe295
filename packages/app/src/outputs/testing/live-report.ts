import type { CatalogueEntry, CoverageGap, Evidence, Finding, Language, Provider, ScanReport, Source, Text } from '@kumomori/model';
import type { OutputContext, RecordedAnswer } from '../output-format.ts';
import { sampleContext, sampleReport } from './sample-report.ts';

const text = (en: string, ja: string): Text => ({ en, ja });

interface Live {
  readonly check: string;
  readonly severity?: Finding['severity'];
  readonly title: Text;
  readonly message: Text;
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  readonly account: string;
  readonly region: string | null;
  /** `s3:GetBucketVersioning`, on the line that follows. */
  readonly file: string;
  readonly evidence: Partial<Evidence>;
  readonly fix: Text;
}

function finding({ check, severity = 'high', title, message, id, name, provider, account, region, file, evidence, fix }: Live): Finding {
  const status = evidence.state === 'unresolved' ? 'unknown' : 'fail';
  const piece: Evidence = {
    path: 'status',
    value: null,
    state: 'explicit',
    file,
    line: 3,
    column: 1,
    endLine: 3,
    reason: null,
    provenance: [],
    ...evidence,
  };
  const source: Source = { path: file, text: '', firstLine: 3 };
  return {
    fingerprint: Buffer.from(`${check}${id}`).toString('hex').slice(-12),
    checkId: check,
    title,
    status,
    severity,
    message,
    resource: { type: `${provider}.storage.bucket`, id, name, provider, account, region, tags: {} },
    origin: { kind: 'live', target: 'snapshot', address: id, file, startLine: 1, endLine: 1 },
    evidence: [piece],
    instances: [{ address: id, name, status, message, evidence: [piece], suppressed: null }],
    frameworks: [],
    equivalents: [],
    suppressed: null,
    fix: { summary: fix, patch: null },
    fixAt: status === 'fail' ? { source, start: 0, end: 0 } : null,
  };
}

const SUBSCRIPTION = '11111111-2222-3333-4444-555555555555';
const versioning = text('S3 bucket keeps versions of its objects', 'S3 バケットでバージョニングが有効である');
const readers = text('Nobody outside reads the bucket', '部外者がバケットを読み取れない');
const close = text('Remove the public statement.', '公開しているステートメントを削除してください。');

export const liveFinding = finding({
  check: 'aws-s3-bucket-versioning',
  title: versioning,
  message: text('Bucket orders-bucket has versioning Suspended', 'バケット orders-bucket のバージョニングは Suspended です'),
  id: 'arn:aws:s3:::orders-bucket',
  name: 'orders-bucket',
  provider: 'aws',
  account: '123456789012',
  region: 'ap-northeast-1',
  file: 'raw/aws/123456789012/global/s3/GetBucketVersioning.jsonl.gz',
  evidence: { path: 'versioning.status', value: 'Suspended' },
  fix: text('Add an aws_s3_bucket_versioning with status Enabled.', 'status が Enabled の aws_s3_bucket_versioning を追加してください。'),
});

const azureFinding = finding({
  check: 'azure-storage-public-access',
  severity: 'medium',
  title: text('Storage account refuses anonymous reads', 'ストレージアカウントが匿名の読み取りを拒否する'),
  message: text('Storage account orders allows anonymous reads', 'ストレージアカウント orders で匿名の読み取りが許可されています'),
  id: `/subscriptions/${SUBSCRIPTION}/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/orders`,
  name: 'orders',
  provider: 'azure',
  account: SUBSCRIPTION,
  region: 'japaneast',
  file: `raw/azure/${SUBSCRIPTION}/global/Microsoft.Storage/storageAccounts.jsonl.gz`,
  evidence: { path: 'allowsPublicAccess', value: true },
  fix: text('Turn anonymous access off.', '匿名アクセスを無効にしてください。'),
});

const clusterFinding = finding({
  check: 'k8s-workload-privileged',
  severity: 'critical',
  title: text('Containers are not privileged', 'コンテナーが特権モードで動作しない'),
  message: text('Container web of shop/Deployment/web is privileged', 'shop/Deployment/web のコンテナー web は特権モードです'),
  id: 'shop/Deployment/web',
  name: 'web',
  provider: 'kubernetes',
  account: 'orders-prod',
  region: null,
  file: 'raw/kubernetes/orders-prod/global/apps/deployments.jsonl.gz',
  evidence: { path: 'containers[0].privileged', value: true },
  fix: text('Set privileged to false.', 'privileged を false にしてください。'),
});

function undecided(account: string, bucket: string, reason: string): Finding {
  return finding({
    check: 'aws-s3-bucket-no-public-read',
    title: readers,
    message: text(`${bucket}: policy is not known: ${reason}`, `${bucket}: policy が分かりません: ${reason}`),
    id: `arn:aws:s3:::${bucket}`,
    name: bucket,
    provider: 'aws',
    account,
    region: 'us-east-1',
    file: `raw/aws/${account}/global/s3/ListBuckets.jsonl.gz`,
    evidence: { path: 'policy', state: 'unresolved', reason },
    fix: close,
  });
}

const gap = (account: string, region: string, operation: string, permission: string | null): CoverageGap => ({
  scope: `aws:${account}:${region}`,
  operation,
  reason: permission === null ? 'Http500' : 'AccessDenied',
  permission,
});

/** Three clouds; two accounts of AWS, one of which refuses a call. */
export const liveReport: ScanReport = {
  ...sampleReport,
  targets: [{ kind: 'live', path: 'snapshot' }],
  summary: {
    ...sampleReport.summary,
    fail: 3,
    unknown: 3,
    suppressed: 0,
    bySeverity: { critical: 1, high: 1, medium: 1, low: 0, info: 0 },
  },
  findings: [
    clusterFinding,
    liveFinding,
    azureFinding,
    undecided('210987654321', 'invoices-bucket', 's3:GetBucketPolicy failed (AccessDenied)'),
    undecided('210987654321', 'reports-bucket', 's3:GetBucketPolicy failed (AccessDenied)'),
    undecided('123456789012', 'orders-bucket', 's3control:GetPublicAccessBlock was not called'),
  ],
  frameworks: [],
  coverage: [
    gap('210987654321', 'global:s3', 'GetBucketPolicy', 's3:GetBucketPolicy'),
    gap('123456789012', 'us-east-1:ec2', 'DescribeVpcs', 'ec2:DescribeVpcs'),
    gap('210987654321', 'eu-west-1:ec2', 'DescribeVpcs', 'ec2:DescribeVpcs'),
    gap('123456789012', 'us-east-1:ec2', 'GetSerialConsoleAccessStatus', null),
  ],
  diagnostics: [],
};

/** As a snapshot's files are named; every call was made at nine. */
function answerAt(file: string): RecordedAnswer {
  const [, , account = '', region = '', service = '', name = ''] = file.split('/');
  return { call: `${service}:${name.replace('.jsonl.gz', '')}`, account, region, at: '2026-11-22T09:00:00.000Z' };
}

export function liveContext(language: Language, options: Partial<OutputContext> = {}): OutputContext {
  const context = sampleContext(language);
  const known = context.catalogue.get('aws-s3-bucket-versioning');
  const fix = {
    summary: liveFinding.fix.summary,
    terraform: 'resource "aws_s3_bucket_versioning" "orders" {}',
    console: text(
      'S3 → the bucket → Properties → Bucket Versioning → Enable.',
      'S3 → バケット → プロパティ → バケットのバージョニング → 有効にする。',
    ),
    cli: 'aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled   # one for each bucket',
  };
  const entries: readonly (readonly [string, CatalogueEntry])[] = known ? [[known.id, { ...known, check: { ...known.check, fix } }]] : [];
  return { ...context, catalogue: new Map(entries), answerAt, width: 80, ...options };
}
