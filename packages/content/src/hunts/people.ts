/** Who did what: by principal, address, key, habit. */
import type { Hunt } from './hunt.ts';

export const people: readonly Hunt[] = [
  {
    id: 'who-did-what',
    title: { en: 'Everything somebody did', ja: 'ある人がしたことのすべて' },
    question: { en: 'What did this principal do, and from where?', ja: 'この人は何を、どこからしたか' },
    techniques: [],
    sql: `SELECT time, account, region, class, action, service, resource, status, error, source_ip, user_agent
FROM events
WHERE contains(lower(principal), lower($principal))
ORDER BY time DESC`,
    parameters: {
      principal: { value: 'alice', what: { en: 'part of the ARN, mail address or name', ja: 'ARN・メールアドレス・名前の一部' } },
    },
  },
  {
    id: 'where-is-this-address',
    title: { en: 'Everything from one address', ja: 'あるアドレスからのすべて' },
    question: { en: 'Who came from this address, and what was done?', ja: 'このアドレスから誰が来て何をしたか' },
    techniques: [],
    sql: `SELECT time, source, account, region, principal, action, status, error, user_agent
FROM events
WHERE source_ip = $address
ORDER BY time DESC`,
    parameters: { address: { value: '192.0.2.77', what: { en: 'the address', ja: 'アドレス' } } },
  },
  {
    id: 'what-did-this-key-do',
    title: { en: 'Everything one access key did', ja: 'あるアクセスキーがしたことのすべて' },
    question: { en: 'What was done with this key, and from where?', ja: 'このキーで何が、どこから行われたか' },
    techniques: ['T1078.004'],
    sql: `SELECT time, account, region, principal, action, service, status, error, source_ip, user_agent
FROM events
WHERE credential = $key
ORDER BY time DESC`,
    parameters: { key: { value: 'AKIAEXAMPLEHUNT00001', what: { en: 'the key id', ja: 'キー ID' } } },
  },
  {
    id: 'who-touched-this',
    title: { en: 'Every event that names something', ja: 'あるものを名指すすべてのイベント' },
    question: { en: 'Who touched this bucket, role, machine?', ja: 'このバケット・ロール・インスタンスに触れたのは誰か' },
    techniques: [],
    sql: `SELECT time, account, region, principal, action, status, error, source_ip
FROM events
WHERE contains(raw_data, $name)
ORDER BY time DESC`,
    parameters: { name: { value: 'orders-secret-archive', what: { en: 'the name or id', ja: '名前または ID' } } },
  },
  {
    id: 'root-user-active',
    title: { en: 'The root user was active', ja: 'ルートユーザーの活動' },
    question: { en: 'What did root users do?', ja: 'ルートユーザーは何をしたか' },
    techniques: ['T1078.004'],
    sql: `SELECT time, account, region, action, source_ip, user_agent, error
FROM events
WHERE source = 'aws.cloudtrail' AND actor_type = 'Root'
ORDER BY time DESC`,
  },
  {
    id: 'console-login-without-mfa',
    title: { en: 'Console sign-ins without MFA', ja: 'MFA なしのコンソールサインイン' },
    question: { en: 'Who signed in with a password alone?', ja: 'パスワードだけでサインインしたのは誰か' },
    techniques: ['T1078.004'],
    sql: `SELECT time, account, principal, source_ip, user_agent
FROM events
WHERE source = 'aws.cloudtrail' AND event_code = 'ConsoleLogin' AND status = 'success'
  AND json_extract_string(raw_data, '$.additionalEventData.MFAUsed') = 'No'
ORDER BY time DESC`,
  },
  {
    id: 'failed-logins-by-address',
    title: { en: 'Failed sign-ins by address', ja: 'アドレスごとのサインイン失敗' },
    question: { en: 'From where do many sign-ins fail?', ja: '多くのサインインが失敗するのはどこからか' },
    techniques: ['T1110'],
    sql: `SELECT source_ip, count(*) AS failures, count(DISTINCT principal) AS principals, min(time) AS first, max(time) AS last
FROM events
WHERE class = 'authentication' AND status = 'failure'
GROUP BY source_ip
HAVING count(*) >= $atleast::INTEGER
ORDER BY failures DESC`,
    parameters: { atleast: { value: '3', what: { en: 'how many failures', ja: '失敗の回数' } } },
  },
  {
    id: 'access-denied-bursts',
    title: { en: 'Bursts of refused calls', ja: '拒否された呼び出しの集中' },
    question: { en: 'Who was refused many different calls within an hour?', ja: '1 時間に多種の呼び出しを拒まれたのは誰か' },
    techniques: ['T1580'],
    sql: `SELECT principal, date_trunc('hour', time) AS hour, count(*) AS refused, count(DISTINCT action) AS actions, min(source_ip) AS source_ip
FROM events
WHERE error ILIKE '%denied%' OR error ILIKE '%unauthorized%'
GROUP BY ALL
HAVING count(DISTINCT action) >= $atleast::INTEGER
ORDER BY actions DESC`,
    parameters: { atleast: { value: '4', what: { en: 'how many different calls', ja: '呼び出しの種類数' } } },
  },
  {
    id: 'discovery-bursts',
    title: { en: 'Bursts of looking around', ja: '集中した探索' },
    question: {
      en: 'Who asked many different List, Get and Describe calls within an hour?',
      ja: '1 時間に多種の List・Get・Describe を呼んだのは誰か',
    },
    techniques: ['T1526'],
    sql: `SELECT principal, date_trunc('hour', time) AS hour, count(DISTINCT event_code) AS actions, count(*) AS calls, min(source_ip) AS source_ip
FROM events
WHERE source = 'aws.cloudtrail' AND regexp_matches(event_code, '^(List|Get|Describe)')
GROUP BY ALL
HAVING count(DISTINCT event_code) >= $atleast::INTEGER
ORDER BY actions DESC`,
    parameters: { atleast: { value: '6', what: { en: 'how many different calls', ja: '呼び出しの種類数' } } },
  },
  {
    id: 'secrets-read-in-bulk',
    title: { en: 'Many secrets read by one principal', ja: '一人が多数のシークレットを読んだ' },
    question: { en: 'Who read many different secrets or parameters?', ja: '多数のシークレットやパラメーターを読んだのは誰か' },
    techniques: ['T1555.006'],
    sql: `SELECT principal, date_trunc('day', time) AS day, count(*) AS reads,
  count(DISTINCT coalesce(json_extract_string(request, '$.secretId'), json_extract_string(request, '$.name'))) AS secrets
FROM events
WHERE source = 'aws.cloudtrail' AND event_code IN ('GetSecretValue', 'BatchGetSecretValue', 'GetParameter', 'GetParameters', 'GetParametersByPath')
GROUP BY ALL
HAVING count(*) >= $atleast::INTEGER
ORDER BY reads DESC`,
    parameters: { atleast: { value: '3', what: { en: 'how many reads a day', ja: '1 日の読み取り回数' } } },
  },
  {
    id: 'download-volume',
    title: { en: 'Bytes read from buckets by principal and day', ja: '人と日ごとのバケットからの読み出し量' },
    question: { en: 'Who downloads far more than usual?', ja: 'いつもよりはるかに多く読み出したのは誰か' },
    techniques: ['T1530'],
    sql: `SELECT coalesce(actor.user.uid_alt, actor.user.name, actor.user.uid, actor.invoked_by) AS principal, accountId AS account,
  try_strptime(eventDay, '%Y%m%d') AS day, count(*) AS objects, sum(databucket.file.size) AS bytes
FROM datastore_activity
WHERE source = 'aws.cloudtrail' AND metadata.event_code = 'GetObject' AND status_id = 1
GROUP BY ALL
ORDER BY bytes DESC NULLS LAST`,
  },
  {
    id: 'instance-credentials-elsewhere',
    title: { en: "One machine's credentials from several addresses", ja: '一台の認証情報が複数のアドレスから使われた' },
    question: {
      en: 'Which instance credentials came from more than one address?',
      ja: '複数のアドレスから使われたインスタンスの認証情報はどれか',
    },
    techniques: ['T1552.005'],
    sql: `SELECT principal, credential, count(DISTINCT source_ip) AS addresses, string_agg(DISTINCT source_ip, ', ') AS list, min(time) AS first, max(time) AS last
FROM events
WHERE source = 'aws.cloudtrail' AND regexp_matches(principal, ':assumed-role/[^/]+/i-[0-9a-f]+$') AND source_ip IS NOT NULL
GROUP BY ALL
HAVING count(DISTINCT source_ip) > 1
ORDER BY addresses DESC`,
  },
  {
    id: 'new-regions',
    title: { en: 'Regions that were hardly ever used', ja: 'ほとんど使われないリージョン' },
    question: { en: 'Which regions see only few writing calls?', ja: '書き込みの呼び出しがわずかしかないリージョンはどれか' },
    techniques: ['T1535'],
    sql: `SELECT account, region, count(*) AS writes, min(time) AS first, max(time) AS last, string_agg(DISTINCT event_code, ', ') AS actions
FROM events
WHERE source = 'aws.cloudtrail' AND (class IN ('account_change', 'authentication') OR (class = 'api_activity' AND activity_id <> 2)
  OR (class = 'datastore_activity' AND activity_id IN (2, 5, 7)))
GROUP BY ALL
HAVING count(*) <= $atmost::INTEGER
ORDER BY first DESC`,
    parameters: { atmost: { value: '50', what: { en: 'how many calls at most', ja: '呼び出しの上限' } } },
  },
  {
    id: 'machines-started',
    title: { en: 'Machines started, by region and hour', ja: 'リージョンと時間ごとの起動台数' },
    question: { en: 'Where were machines started, how many, and of which type?', ja: 'どこで、何台、どの種類が起動されたか' },
    techniques: ['T1496'],
    sql: `SELECT date_trunc('hour', time) AS hour, account, region, principal, json_extract_string(request, '$.instanceType') AS type, count(*) AS calls
FROM events
WHERE source = 'aws.cloudtrail' AND event_code IN ('RunInstances', 'RequestSpotInstances', 'CreateFleet', 'RequestSpotFleet')
GROUP BY ALL
ORDER BY hour DESC, calls DESC`,
  },
  {
    id: 'role-chains',
    title: { en: 'Roles taken from other accounts', ja: '他アカウントからのロール引き受け' },
    question: { en: 'Who from another account takes our roles?', ja: '他アカウントの誰がロールを引き受けているか' },
    techniques: ['T1199'],
    sql: `SELECT time, account, principal_account AS from_account, principal, json_extract_string(request, '$.roleArn') AS role, source_ip
FROM events
WHERE source = 'aws.cloudtrail' AND event_code = 'AssumeRole' AND principal_account <> account
ORDER BY time DESC`,
  },
  {
    id: 'rare-user-agents',
    title: { en: 'User agents that hardly anybody uses', ja: 'ほとんど使われないユーザーエージェント' },
    question: { en: 'Which tools were used by one principal only, and seldom?', ja: '一人だけがまれに使った道具はどれか' },
    techniques: ['T1078'],
    sql: `SELECT user_agent, count(*) AS events, count(DISTINCT principal) AS principals, min(principal) AS principal, min(time) AS first
FROM events
WHERE user_agent IS NOT NULL
GROUP BY user_agent
HAVING count(DISTINCT principal) = 1 AND count(*) <= $atmost::INTEGER
ORDER BY events`,
    parameters: { atmost: { value: '20', what: { en: 'how many events at most', ja: 'イベント数の上限' } } },
  },
  {
    id: 'attack-tools',
    title: { en: 'User agents of attack tools', ja: '攻撃ツールのユーザーエージェント' },
    question: { en: 'Who uses Kali, Pacu, Stratus or the like?', ja: 'Kali・Pacu・Stratus などを使ったのは誰か' },
    techniques: ['T1580'],
    sql: `SELECT time, account, principal, action, source_ip, user_agent
FROM events
WHERE regexp_matches(lower(user_agent), 'kali|parrot|pentoo|pacu|stratus-red-team|scoutsuite|cloudfox|trufflehog|s3-inspector')
ORDER BY time DESC`,
  },
  {
    id: 'calls-from-the-console',
    title: { en: 'Changes made by hand in the console', ja: 'コンソールでの手作業の変更' },
    question: { en: 'What was changed past the code?', ja: 'コードを通さずに変更されたものは何か' },
    techniques: [],
    sql: `SELECT time, account, region, principal, service, action, error
FROM events
WHERE source = 'aws.cloudtrail' AND contains(unmapped, 'sessionCredentialFromConsole')
  AND json_extract_string(unmapped, '$.sessionCredentialFromConsole') = 'true'
  AND json_extract_string(raw_data, '$.readOnly') = 'false'
ORDER BY time DESC`,
  },
  {
    id: 'first-seen-calls',
    title: { en: 'Calls a principal made for the first time', ja: 'その人が初めて呼んだもの' },
    question: { en: 'Which principal used which call for the first time since a day?', ja: 'ある日以降に、誰が何を初めて呼んだか' },
    techniques: ['T1078'],
    sql: `SELECT principal, action, min(time) AS first, count(*) AS times
FROM events
WHERE principal IS NOT NULL
GROUP BY principal, action
HAVING min(time) >= $since::TIMESTAMP
ORDER BY first DESC`,
    parameters: { since: { value: '2026-11-01', what: { en: 'the day', ja: '日付' } } },
  },
  {
    id: 'silent-principals-wake',
    title: { en: 'Principals that were silent for long', ja: '長く沈黙していた人の活動' },
    question: { en: 'Who came back after weeks of silence?', ja: '何週間もの沈黙のあとに戻ったのは誰か' },
    techniques: ['T1078'],
    sql: `SELECT principal, before AS last_before, time AS came_back, date_diff('day', before, time) AS days, action, source_ip
FROM (
  SELECT principal, first AS time, action, source_ip, lag(last) OVER (PARTITION BY principal ORDER BY first) AS before
  FROM (
    SELECT principal, min(time) AS first, max(time) AS last, arg_min(action, time) AS action, arg_min(source_ip, time) AS source_ip
    FROM events
    WHERE principal IS NOT NULL
    GROUP BY principal, date_trunc('day', time)
  )
)
WHERE date_diff('day', before, time) >= $days::INTEGER
ORDER BY came_back DESC`,
    parameters: { days: { value: '30', what: { en: 'days of silence', ja: '沈黙の日数' } } },
  },
];
