import type { FrameworkReport, ReportedControl } from '../framework-report/index.ts';

const nobody = { pass: 0, fail: 0, unknown: 0, accepted: 0 };
const control = (given: Partial<ReportedControl> & Pick<ReportedControl, 'control' | 'status'>): ReportedControl => ({
  title: { en: `Orders rule ${given.control}`, ja: `注文の規則 ${given.control}` },
  group: given.control.slice(0, 1),
  isPartial: false,
  isAccepted: false,
  severity: null,
  counts: nobody,
  checks: [],
  resources: [],
  question: null,
  answer: null,
  ...given,
});

const tls = {
  lacks: null,
  id: 'aws-s3-bucket-tls-only',
  title: { en: 'Bucket policy refuses plain HTTP', ja: '平文の HTTP を拒否する' },
};
const open = {
  fingerprint: 'f0e1',
  checkId: tls.id,
  severity: 'high',
  type: 'aws.s3.bucket',
  id: 'orders-bucket',
  name: 'orders-bucket',
  account: '123456789012',
  region: 'ap-northeast-1',
  place: 'main.tf:3',
  message: { en: '=orders-bucket has no policy', ja: 'orders-bucket にポリシーがありません' },
  evidence: 'policy',
  instances: 0,
  suppressed: null,
} as const;

/** One control of each status, an exception, an answer; a message that a spreadsheet would calculate. */
export const frameworkReport: FrameworkReport = {
  tool: { name: 'kumomori', version: '1.2.3' },
  scannedAt: '2026-11-22T09:00:00.000Z',
  framework: {
    id: 'orders',
    version: '1',
    name: { en: 'Orders baseline', ja: '注文システムの基準' },
    mapping: 'own',
    complete: true,
    isUsers: true,
    about: null,
  },
  targets: [{ kind: 'terraform', path: 'infra' }],
  resources: 12,
  score: { passed: 1, assessed: 3, percent: 33 },
  counts: { pass: 1, fail: 1, unknown: 1, 'not-assessed': 1, manual: 2 },
  answers: { met: 1, 'not-met': 0, 'in-progress': 0, 'not-applicable': 0, open: 1 },
  groups: [
    { key: '1', title: { en: 'Data', ja: 'データ' }, counts: { pass: 1, fail: 1, unknown: 1, 'not-assessed': 0, manual: 0 } },
    { key: '2', title: { en: 'People', ja: '人' }, counts: { pass: 0, fail: 0, unknown: 0, 'not-assessed': 1, manual: 2 } },
  ],
  controls: [
    control({
      control: '1.1',
      status: 'pass',
      counts: { ...nobody, pass: 3 },
      checks: [{ ...tls, severity: 'high', state: 'pass', counts: { ...nobody, pass: 3 } }],
    }),
    control({
      control: '1.10',
      status: 'fail',
      severity: 'high',
      counts: { pass: 2, fail: 2, unknown: 0, accepted: 1 },
      checks: [{ ...tls, severity: 'high', state: 'fail', counts: { pass: 2, fail: 2, unknown: 0, accepted: 1 } }],
      resources: [
        { ...open, status: 'fail' },
        {
          ...open,
          status: 'fail',
          fingerprint: 'f0e2',
          name: 'orders-old',
          id: 'orders-old',
          suppressed: { by: 'exception', reason: 'moves in May', owner: 'ito', expires: '2027-05-31', file: 'kumomori.yaml', line: 3 },
        },
      ],
    }),
    control({
      control: '1.2',
      status: 'unknown',
      counts: { ...nobody, unknown: 1 },
      checks: [{ ...tls, severity: 'high', state: 'unknown', counts: { ...nobody, unknown: 1 } }],
      resources: [{ ...open, status: 'unknown', fingerprint: 'f0e3' }],
    }),
    control({
      control: '2.1',
      status: 'not-assessed',
      isPartial: true,
      checks: [{ ...tls, severity: 'high', state: 'no-source', counts: nobody }],
    }),
    control({
      control: '2.2',
      status: 'manual',
      question: { en: 'When was the last rehearsal?', ja: '最後の訓練はいつですか。' },
      answer: { status: 'met', note: 'in October', by: 'ito', date: '2026-11-01', evidence: ['https://example.com/dr'] },
    }),
    control({ control: '2.3', status: 'manual' }),
  ],
  gaps: ['123456789012 s3:GetBucketPolicy: AccessDenied'],
  knowsPasses: true,
  trend: null,
};
