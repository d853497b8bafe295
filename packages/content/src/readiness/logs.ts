/** Logs that answer many questions, under one name each. */
import type { LogSource } from '@kumomori/model';
import type { ReadinessLog } from './types.ts';

/** A log that tells everything the question asks. */
function log(en: string, ja: string, checks: readonly string[], on: 'resource' | 'account'): ReadinessLog {
  return { name: { en, ja }, checks, on, tells: 'all' };
}

/** The log, with what it is called in a lake. */
function stored(whole: ReadinessLog, ...sources: readonly LogSource[]): ReadinessLog {
  return { ...whole, sources };
}

/** The same log for a question of which it tells only a part. */
function part(whole: ReadinessLog): ReadinessLog {
  return { ...whole, tells: 'part' };
}

export const trail = stored(
  log(
    'CloudTrail of all regions',
    '全リージョンの CloudTrail',
    ['aws-cloudtrail-multi-region-enabled', 'aws-cloudtrail-logging-on'],
    'account',
  ),
  'aws.cloudtrail',
);
export const trailS3Reads = log(
  'CloudTrail data events of S3 (reads)',
  'S3 の CloudTrail データイベント（読み取り）',
  ['aws-cloudtrail-s3-data-events-read'],
  'account',
);
export const trailS3Writes = log(
  'CloudTrail data events of S3 (writes)',
  'S3 の CloudTrail データイベント（書き込み）',
  ['aws-cloudtrail-s3-data-events-write'],
  'account',
);
export const trailLambda = log(
  'CloudTrail data events of Lambda',
  'Lambda の CloudTrail データイベント',
  ['aws-cloudtrail-lambda-data-events'],
  'account',
);
export const s3Access = stored(
  log('S3 server access log', 'S3 サーバーアクセスログ', ['aws-s3-bucket-access-logging'], 'resource'),
  'aws.s3-access',
);
export const vpcFlow = stored(log('VPC flow logs', 'VPC フローログ', ['aws-vpc-flow-logs-enabled'], 'resource'), 'aws.vpc-flow');
export const vpcFlowOfAccount = stored(log('VPC flow logs', 'VPC フローログ', ['aws-vpc-flow-logs-enabled'], 'account'), 'aws.vpc-flow');
export const awsConfig = part(
  log('AWS Config recorder', 'AWS Config レコーダー', ['aws-config-recorder-all-regions', 'aws-config-recorder-global-types'], 'account'),
);
export const activityLog = stored(
  log('Activity log, exported', 'エクスポートされたアクティビティログ', ['azure-monitor-activity-log-exported'], 'account'),
  'azure.activity',
);
export const azureFlow = stored(
  log('Network flow logs', 'ネットワークフローログ', ['azure-network-flow-logs-enabled'], 'account'),
  'azure.flow',
);
export const gcpData = log(
  'Data access audit logs of all services',
  '全サービスのデータアクセス監査ログ',
  ['gcp-iam-audit-logs-all-services', 'gcp-iam-audit-logs-all-types'],
  'account',
);
export const kubernetesAudit = stored(
  log('API server audit log', 'API サーバーの監査ログ', ['k8s-api-server-audit-log-path', 'k8s-api-server-audit-policy'], 'account'),
  'kubernetes.audit',
);
export const eksAudit = stored(
  log('EKS control plane logs', 'EKS コントロールプレーンのログ', ['aws-eks-control-plane-logging'], 'resource'),
  'kubernetes.audit',
);
export const aksAudit = stored(log('AKS audit logs', 'AKS 監査ログ', ['azure-aks-audit-logs'], 'resource'), 'kubernetes.audit');
export const gkeLogs = part(log('GKE logging', 'GKE のログ', ['gcp-gke-logging-enabled'], 'resource'));

/** What the cloud keeps by itself, for some time, without anybody asking. */
const always = (en: string, ja: string, keptDays: number): ReadinessLog => ({
  name: { en, ja },
  checks: [],
  on: 'account',
  tells: 'part',
  keptDays,
});

/** Management events, region by region; no data events. Source: CloudTrail user guide, "Working with CloudTrail event history". */
export const eventHistory = always('CloudTrail event history', 'CloudTrail イベント履歴', 90);
/** Source: Azure Monitor, "Activity log", retention. */
export const activityHistory = stored(always('Activity log', 'アクティビティログ', 90), 'azure.activity');
/** Cannot be switched off. Source: Cloud Logging, "Admin Activity audit logs", _Required bucket. */
export const gcpAdmin = stored(always('Admin activity audit log', '管理アクティビティ監査ログ', 400), 'gcp.audit');

export { log, part, stored };
