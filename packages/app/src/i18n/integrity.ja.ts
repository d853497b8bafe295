import type { integrity as en } from './integrity.en.ts';

export const integrity: typeof en = {
  lake: '監査ログとフローログを 1 か所に集め、検索し、書き込まれたままであることを証明します。',
  needsCommand: 'kumomori lake にはコマンドが必要です: kumomori lake --help',
  cli: {
    verify: 'CloudTrail のログ（ダイジェスト付き）またはレイクが、書き込まれたままで改ざんされていないことを確かめます。',
    folder: 'ダウンロードした CloudTrail のフォルダー、またはレイク',
    keys: '公開鍵: その期間の `aws cloudtrail list-public-keys` の結果を保存したファイル',
    since: 'この時刻 (ISO 8601) までさかのぼって証明できること',
    until: 'この時刻 (ISO 8601) まで証明できること',
    badTime: (option, value) => `${option} ${value} は 2026-11-22T00:00:00Z のような時刻ではありません`,
    badKeys: (file) => `${file} は ListPublicKeys の結果 ({"PublicKeyList": [{"Value", "Fingerprint"}]}) ではありません`,
    missing: (folder) => `${folder} はフォルダーではありません`,
    nothing: (folder) =>
      `${folder} には CloudTrail のダイジェスト (…_CloudTrail-Digest_….json.gz) もレイクもありません。ダイジェストがなければ何も証明できません`,
  },
  intact: '改ざんなし',
  altered: (count) => `改ざんあり: ${count} 件`,
  checked: (digests, objects) => `ダイジェスト ${digests} 件、ログファイル ${objects} 件を確認`,
  proven: (account, region, from, until) => `${account} ${region}: ${from} から ${until} まで`,
  goesOn: (key) => `それより前に続きがあります（${key} はここにありません）`,
  noKeys:
    '署名は確認していません。--public-keys を指定してください。すべてのファイルに書き込める者はハッシュを作り直せます。CloudTrail が書いたことを示せるのは署名だけです。',
  tooNew: (count) => `最後のダイジェストより新しいログファイルが ${count} 件あります（まだ証明できません）。`,
  unproven: (count) =>
    `信頼できるダイジェストのない期間（連鎖の始まる前、またはダイジェストが欠けているか改ざんされた期間）のログファイルが ${count} 件あります（証明できません）。`,
  columns: { kind: '種類', object: '対象', message: '問題' },
  reasons: {
    'log-changed': () => '内容がダイジェストの記載と違います',
    'log-cut': () => 'ファイルが途中で切れています',
    'log-swapped': (home = '') => `${home} の内容が入っています`,
    'log-missing': () => 'ダイジェストに記載されていますが、ここにありません',
    'log-unlisted': () => 'その期間のダイジェストのどれにも記載されていません',
    'log-after-last-digest': (log = '') =>
      `連鎖はここで終わりますが、ログファイルは続いています（${log}）。この後のダイジェストがありません`,
    'region-without-digests': () => 'ログファイルはありますが、このアカウントとリージョンのダイジェストが 1 つもありません',
    'digest-changed': () => '次のダイジェストが署名した内容と違います',
    'digest-cut': () => 'ファイルが途中で切れています',
    'digest-unreadable': () => 'ダイジェストとして読めません（gzip または JSON ではありません）',
    'digest-missing': (next = '') => `${next} の直前のダイジェストとして記載されていますが、ここにありません`,
    'digest-missing-with-logs': (log = '') =>
      `最初のダイジェストの直前として記載されていますが、ここにありません。その期間のログファイルはあります（${log}）`,
    'digest-elsewhere': (home = '') => `本来 ${home} にあるはずのダイジェストです`,
    'digest-copied': (home = '') => `${home} の写しです`,
    'digest-off-chain': () => 'これに続くダイジェストがありません（連鎖の外にあります）',
    'signature-missing': (file = '') => `署名がわかりません。${file}（HeadObject の結果）がここにありません`,
    'signature-wrong': () => '署名が、記載された鍵によるこの内容の署名ではありません',
    'signature-replaced': () => '署名し直されています。次のダイジェストは別の署名に対して署名されています',
    'key-unknown': (fingerprint = '') => `CloudTrail の公開鍵にない鍵で署名されています（${fingerprint}）`,
    'no-previous': (from = '', until = '') =>
      `直前のダイジェストの記載がありません。${from} から ${until} まで記録がないか、連鎖が作り直されています`,
    'time-not-covered': (from = '', until = '') => `${from} から ${until} までのダイジェストがありません`,
    'begins-late': (from = '', since = '') => `連鎖は ${from} に始まります（指定は ${since} から）`,
    'ends-early': (end = '', until = '') => `連鎖は ${end} に終わります（指定は ${until} まで）`,
  },
};
