import type { BehaviorEvidence } from '@kumomori/engine';
import type { behavior as en } from './behavior.en.ts';

type Of<K extends BehaviorEvidence['kind']> = Extract<BehaviorEvidence, { readonly kind: K }>;
const volumes: Readonly<Record<Of<'volume'>['what'], string>> = {
  reads: 'オブジェクトの読み取り',
  megabytes: '送出量 (MB)',
  deletes: '削除',
  secrets: 'シークレットの読み取り',
  errors: '失敗した呼び出し',
};
const news: Readonly<Record<Of<'new'>['what'], string>> = {
  network: 'ネットワーク',
  country: '国',
  asn: '事業者 (AS)',
  agent: 'プログラム',
  region: 'リージョン',
  service: 'サービス',
  action: '操作',
  hour: '時間帯',
};
const bursts: Readonly<Record<Of<'burst'>['what'], string>> = {
  shares: 'スナップショット・イメージの共有',
  snapshots: 'スナップショット・イメージ・バックアップの削除',
  deletes: '削除',
};
const titles: (typeof en)['titles'] = {
  'volume-spike': '1 日の読み取り・送出・削除がかつてない量に達した',
  'impossible-travel': '移動不可能な 2 地点からのサインイン',
  'credentials-elsewhere': 'インスタンスの認証情報が別の場所で使われた',
  'dormant-wakes': '長く使われていなかった ID の活動',
  'leaver-active': '退職者の ID の活動',
  'password-guessing': 'パスワードの推測',
  'guessed-password': 'パスワード推測元からのサインイン成功',
  'mining-launches': '不自然なリージョン・規模でのマシン起動',
  'snapshots-shared': '多数のスナップショットの共有',
  'snapshots-deleted': '多数のスナップショット・バックアップの削除',
  'mass-deletion': '2 時間以内のかつてない量の削除',
  'discovery-burst': '初めて使う操作による集中的な探索',
  'public-for-a-moment': '一時的な全体公開',
  'logging-stopped': '監査イベントの記録の停止',
  'risky-entity': '1 つのプリンシパルに重なった複数の異常',
};

export const behavior: typeof en = {
  titles,
  noGeoip: '--geoip の指定がないため、国・ネットワーク事業者・移動不可能なサインインは調べません',
  badGeoip: (file) => `${file} は MaxMind 形式 (.mmdb) のアドレスデータベースではありません`,
  badSettings: (file) => `${file} を YAML として読み取れません`,
  unknownSettings: (file, names) => `${file}: 数値を指定できる振る舞い・しきい値に ${names.join('、')} はありません`,
  leftOut: (count) => `メモリーの上限のため、プリンシパル ${count} 件の振る舞いを除外しました`,
  because: {
    volume: ({ what, count, usual, most, days }) => `${volumes[what]}: 1 日に ${count}。直前 ${days} 日間は通常 ${usual}、最大 ${most}`,
    peers: ({ count, most, group }) =>
      `${group === 'peers' ? '同種のプリンシパル' : 'ほかのすべて'}では、この 2 週間の延べ ${count} 日で最大 ${most}`,
    new: ({ what, value, hours, others }) =>
      `初めての${news[what]}: ${value}。これまでの活動 ${hours} 時間にはなく、${others === 0 ? 'ほかの誰にもない' : `ほかに ${others} 件のみ`}`,
    hour: ({ hour, isWeekend, hours }) =>
      `${isWeekend ? '週末' : '平日'}の ${String(hour).padStart(2, '0')} 時台 (UTC) に活動。これまでの活動 ${hours} 時間とは異なる`,
    travel: ({ from, to, kilometers, minutes }) => `${from} から ${to} へ: ${minutes} 分で ${kilometers} km`,
    networks: ({ session, home, other, calls, by }) =>
      by === 'addresses'
        ? `${session} がアカウントのものではないアドレス ${other} から ${calls} 回呼び出し`
        : `${session} が ${home.join('、')} と ${other} の両方から${by === 'credential' ? '同じ認証情報で' : '並行して'}呼び出し (${calls} 回)`,
    asleep: ({ days, since, by }) =>
      since === null
        ? 'スナップショットによれば一度も使われていない'
        : `${by === 'logs' ? 'ログ' : 'スナップショット'}によれば ${days} 日間活動なし`,
    left: ({ name, on, calls }) =>
      `${name} は${on === '' ? '退職済み (一覧に日付なし)' : ` ${on} に退職`}。以後、成功した呼び出し ${calls} 件`,
    guesses: ({ failures, users, addresses, minutes }) =>
      `${minutes} 分間に、アドレス ${addresses} 件からユーザー ${users} 人のサインイン失敗 ${failures} 件`,
    success: ({ user, minutes }) => `${user} が開始から ${minutes} 分後に同じ接続元からサインイン`,
    launches: ({ launches, instances, failed, regions, types, minutes }) =>
      `${Math.max(1, minutes)} 分以内に ${regions.join('、')} で起動 ${launches} 回 (${instances} 台、失敗 ${failed})${types.length > 0 ? `: ${types.join('、')}` : ''}`,
    'unused-region': ({ region, days }) => `${region} では直前 ${days} 日間、アカウントの誰も書き込みをしていない`,
    burst: ({ what, count, most }) => `2 時間以内に${bursts[what]} ${count} 件。これまでは最大 ${most} 件`,
    discovery: ({ calls, services, denied, of }) =>
      `1 時間以内に初めて使う読み取り操作 ${calls} 種類、新しいサービス ${services} 件。呼び出し ${of} 件のうち ${denied} 件が拒否`,
    public: ({ thing, minutes, by, undoneBy, outsiders }) =>
      `${thing} が ${minutes} 分間、全体に公開 (${by} から ${undoneBy} まで)${outsiders > 0 ? `。その間に初めて現れたプリンシパル ${outsiders} 件` : ''}`,
    stopped: ({ thing, minutes }) => `${thing} は${minutes === null ? 'このログの範囲では再開されていない' : ` ${minutes} 分後に再開`}`,
    contribution: ({ of, points }) => `「${titles[of]}」(${points} 点)`,
  },
};
