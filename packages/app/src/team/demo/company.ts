/** The fictional company of examples/estate: its departments, the people who sign in, what they say. */
import type { Role } from '../../store/index.ts';
import type { DepartmentSetting } from '../governance/index.ts';
import type { OwnershipSetting } from '../settings/index.ts';

const department = (id: string, en: string, ja: string, aliases: readonly string[]): DepartmentSetting => ({
  ...{ id, name: { en, ja }, mail: `${id}@example.com`, managerMail: `${id}-manager@example.com`, aliases },
});

export const departments: readonly DepartmentSetting[] = [
  department('cloud', 'Cloud platform', 'クラウド基盤部', ['cloud-team', 'platform']),
  department('ec', 'Online shop', 'EC事業部', ['ec-platform']),
  department('data', 'Data platform', 'データ基盤部', ['data-team']),
  department('hr', 'Human resources', '人事部', ['hr-systems']),
  department('corporate', 'Corporate IT', '情報システム部', ['corporate-it']),
];

/** Tags say it first; without one the folder of the repository does. */
export const ownership: OwnershipSetting = {
  tags: departments.flatMap(({ id, aliases }) =>
    ['owner', 'department'].flatMap((key) => [id, ...aliases].map((value) => ({ id: `${key}-${value}`, key, value, department: id }))),
  ),
  ...{ accounts: [], units: [], accountUnits: {}, defaultDepartment: 'corporate' },
  repositories: [
    {
      ...{ id: 'estate', repository: 'estate', department: null },
      codeOwners: { path: '.github/CODEOWNERS', text: '/platform/ @cloud\n/modules/ @cloud\n/ec/ @ec\n/data/ @data\n/hr/ @hr\n' },
    },
  ],
  handles: Object.fromEntries(departments.map(({ id }) => [`@${id}`, id])),
};

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly departments: readonly string[];
}

const person = (email: string, name: string, role: Role, ...owns: readonly string[]): DemoPerson => ({
  ...{ email: `${email}@example.com`, name, role, departments: owns },
});

/** One of each role first: those are the logins that the demo prints. */
export const people = {
  admin: person('sato.haruka', '佐藤 遥', 'admin'),
  security: person('suzuki.ren', '鈴木 蓮', 'security'),
  approver: person('kobayashi.rika', '小林 梨花', 'approver'),
  auditor: person('yamamoto.toru', '山本 徹', 'auditor'),
  ec: person('takahashi.yui', '高橋 結衣', 'member', 'ec'),
  data: person('ito.sora', '伊藤 颯空', 'member', 'data'),
  hr: person('watanabe.mio', '渡辺 澪', 'member', 'hr'),
  cloud: person('nakamura.go', '中村 剛', 'member', 'cloud'),
  corporate: person('mori.aya', '森 彩', 'member', 'corporate'),
} as const;

export type PersonKey = keyof typeof people;

export const requests = [
  '来週のリリースまでに対応をお願いします。',
  '影響範囲を確認のうえ、修正予定日を教えてください。',
  '本番環境です。優先して対応してください。',
  '前回の監査でも指摘された項目です。今期中の是正をお願いします。',
] as const;

export const replies = [
  '確認しました。次のスプリントで直します。',
  'ステージングで修正済みです。本番は木曜の定期メンテナンスで反映します。',
  '業務影響を調べています。明日までに回答します。',
  'モジュール側で直すので、関連する検出もまとめて消えるはずです。',
  '修正のプルリクエストを出しました。レビューをお願いします。',
] as const;

export const falsePositives = [
  'テスト用の固定値で、実際の鍵ではないことを確認しました。',
  '公開が目的の静的サイトです。機密データは置いていません。',
] as const;

export interface DemoException {
  /** Days ago. */
  readonly day: number;
  readonly by: PersonKey;
  readonly severities: readonly ('high' | 'medium' | 'low')[];
  readonly reason: string;
  readonly control: string;
  /** Days from the request to the last day. */
  readonly days: number;
  readonly decision: 'approve' | 'reject' | null;
  readonly note: string;
}

/** Told in the order of days: one that expired, some that hold, one turned down, one that waits. */
export const exceptions: readonly DemoException[] = [
  {
    ...{ day: 70, by: 'ec', severities: ['medium'], days: 40, decision: 'approve', note: '移行完了までの期限付きで承認します。' },
    ...{ reason: '年末商戦の前は構成を変更できないため、凍結期間が終わるまで受容します。', control: 'WAFで送信元を制限しています。' },
  },
  {
    ...{ day: 45, by: 'data', severities: ['low', 'medium'], days: 120, decision: 'approve', note: '代替策を確認しました。' },
    ...{
      reason: 'ベンダーの分析ツールが現在の設定を前提としています。次期版で解消予定です。',
      control: '専用ネットワークからのみ到達できます。',
    },
  },
  {
    ...{
      day: 30,
      by: 'hr',
      severities: ['high'],
      days: 60,
      decision: 'reject',
      note: '個人情報を扱うシステムのため受容できません。修正してください。',
    },
    ...{ reason: '改修の予算が来期になるため、それまで受容したいです。', control: '利用者は人事部に限られています。' },
  },
  {
    ...{ day: 18, by: 'cloud', severities: ['high'], days: 35, decision: 'approve', note: '期限までに恒久対応をお願いします。' },
    ...{ reason: 'ネットワーク再設計の工事中です。完了後に閉じます。', control: '踏み台の操作ログを毎日確認しています。' },
  },
  {
    ...{ day: 2, by: 'ec', severities: ['high', 'medium'], days: 45, decision: null, note: '' },
    ...{ reason: '外部決済との接続仕様の変更待ちです。', control: 'トークン化により番号は保持していません。' },
  },
];
