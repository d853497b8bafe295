import type { OutgoingPolicy } from '../../net/index.ts';
import type { ChannelTools, FindingFacts, NotificationEvent } from '../index.ts';

/** Half past twelve in Tokyo. */
export const noon = new Date('2026-11-22T03:30:00.000Z');

export const here: OutgoingPolicy = { allowHttp: true, allow: ['127.0.0.1'] };

export const toolsHere: ChannelTools = { policy: here, now: () => noon, timeoutMs: 2000 };

export const openBucket: FindingFacts = {
  id: '4f1a9c02d7e3',
  checkId: 'aws-s3-bucket-public-access-block',
  title: { en: 'S3 bucket blocks public access', ja: 'S3 バケットがパブリックアクセスをブロックする' },
  message: { en: 'orders-bucket can be read by everyone', ja: 'orders-bucket を誰でも読み取れます' },
  severity: 'high',
  resource: 'arn:aws:s3:::orders-bucket',
  account: '123456789012',
  region: 'ap-northeast-1',
  owner: 'orders-team',
  due: '2026-12-01',
};

/** As an attacker names things: markup of every receiver, mentions, line ends, direction overrides, what ends a block. */
export const HOSTILE =
  '<!channel> <@U123> <script>alert(1)</script> & "x" *bold* _it_ [a](https://evil.example.com) {/code} :bomb: @here\r\nBcc: all@example.com\u202e \u0007';

export const hostileBucket: FindingFacts = {
  ...openBucket,
  title: { en: HOSTILE, ja: HOSTILE },
  message: { en: HOSTILE, ja: HOSTILE },
  resource: HOSTILE,
  owner: HOSTILE,
};

const about = { id: 'evt_01', at: '2026-11-22T03:20:00.000Z' };

/** One of each kind. */
export const sampleEvents: readonly NotificationEvent[] = [
  { ...about, kind: 'finding-opened', finding: openBucket },
  { ...about, kind: 'finding-reopened', finding: openBucket },
  { ...about, kind: 'finding-verified', finding: openBucket },
  { ...about, kind: 'request', by: 'sato', note: 'before the audit', due: '2026-12-01', findings: [openBucket] },
  { ...about, kind: 'due-soon', finding: openBucket, days: 3, level: 0 },
  { ...about, kind: 'overdue', finding: openBucket, days: 2, level: 1 },
  ...(['requested', 'approved', 'declined', 'expiring', 'expired'] as const).map((step) => ({
    ...about,
    kind: `exception-${step}` as const,
    exception: 'ex-7',
    finding: openBucket,
    by: 'tanaka',
    reason: 'public on purpose',
    expires: '2027-03-31',
  })),
  {
    ...{ ...about, kind: 'incident-opened', incident: 'inc-3', severity: 'critical', entity: 'user/deploy', account: '123456789012' },
    title: { en: 'Keys of deploy are used from abroad', ja: 'deploy のキーが海外から使われています' },
    detections: [{ en: 'Login from a new country', ja: '新しい国からのログイン' }],
  },
  {
    ...{ ...about, kind: 'incident-closed', incident: 'inc-3', severity: 'critical', entity: 'user/deploy', account: null },
    title: { en: 'Keys of deploy are used from abroad', ja: 'deploy のキーが海外から使われています' },
    detections: [],
  },
  { ...about, kind: 'scan-failed', scan: 's-9', target: 'aws:123456789012', reason: 'AccessDenied on sts:AssumeRole' },
  { ...about, kind: 'source-silent', source: 'cloudtrail-main', last: '2026-11-21T20:00:00.000Z' },
  { ...about, kind: 'source-back', source: 'cloudtrail-main', last: null },
  {
    ...{ ...about, kind: 'digest', department: 'Sales', from: '2026-11-15', to: '2026-11-21', opened: 4, fixed: 6, overdue: 1, dueSoon: 2 },
    open: { critical: 0, high: 2, medium: 5, low: 0, info: 0 },
    findings: [openBucket, { ...openBucket, id: 'aa11', severity: 'medium', resource: 'invoices-bucket' }],
  },
];
