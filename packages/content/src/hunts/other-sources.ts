/** Networks, clusters, the other clouds, and the lake itself. */
import type { Hunt } from './hunt.ts';

export const otherSources: readonly Hunt[] = [
  {
    id: 'network-rejected',
    title: { en: 'Addresses whose packets were rejected most', ja: '最も多く拒否されたアドレス' },
    question: { en: 'Who knocks at many doors?', ja: '多くの扉を叩いているのは誰か' },
    techniques: ['T1046'],
    sql: `SELECT src_endpoint.ip AS address, count(DISTINCT dst_endpoint.port) AS ports, count(DISTINCT dst_endpoint.ip) AS hosts, count(*) AS flows
FROM network_activity
WHERE raw_data LIKE '%REJECT%'
GROUP BY ALL
ORDER BY ports DESC, flows DESC`,
  },
  {
    id: 'network-admin-ports',
    title: { en: 'Flows accepted at administration ports', ja: '管理ポートで受け入れられた通信' },
    question: { en: 'Who reaches SSH, RDP or WinRM?', ja: 'SSH・RDP・WinRM に誰が届いているか' },
    techniques: ['T1021'],
    sql: `SELECT src_endpoint.ip AS address, dst_endpoint.ip AS host, dst_endpoint.port AS port, count(*) AS flows, make_timestamp(max("time") * 1000) AS last
FROM network_activity
WHERE dst_endpoint.port IN (22, 3389, 5985, 5986) AND raw_data LIKE '%ACCEPT%'
GROUP BY ALL
ORDER BY flows DESC`,
  },
  {
    id: 'kubernetes-exec',
    title: { en: 'Commands run in containers', ja: 'コンテナーで実行されたコマンド' },
    question: { en: 'Who ran a command in a pod, or attached to one?', ja: '誰が Pod でコマンドを実行し、または接続したか' },
    techniques: ['T1609'],
    sql: `SELECT time, account, principal, source_ip, json_extract_string(raw_data, '$.objectRef.namespace') AS namespace, json_extract_string(raw_data, '$.objectRef.name') AS pod, json_extract_string(raw_data, '$.requestURI') AS request
FROM events
WHERE source = 'kubernetes.audit' AND json_extract_string(raw_data, '$.objectRef.subresource') IN ('exec', 'attach', 'portforward')
ORDER BY time DESC`,
  },
  {
    id: 'kubernetes-secrets-read',
    title: { en: 'Secrets of clusters read', ja: 'クラスターの Secret の読み取り' },
    question: { en: 'Who read Secrets?', ja: 'Secret を読んだのは誰か' },
    techniques: ['T1552.007'],
    sql: `SELECT principal, source_ip, json_extract_string(raw_data, '$.objectRef.namespace') AS namespace, count(*) AS reads, max(time) AS last
FROM events
WHERE source = 'kubernetes.audit' AND json_extract_string(raw_data, '$.objectRef.resource') = 'secrets' AND json_extract_string(raw_data, '$.verb') IN ('get', 'list', 'watch')
GROUP BY ALL
ORDER BY reads DESC`,
  },
  {
    id: 'gcp-policy-changed',
    title: { en: 'IAM policies changed in Google Cloud', ja: 'Google Cloud の IAM ポリシー変更' },
    question: { en: 'Who gave rights to whom?', ja: '誰が誰に権限を与えたか' },
    techniques: ['T1098'],
    sql: `SELECT time, account, principal, action, source_ip, json_extract_string(raw_data, '$.protoPayload.resourceName') AS resource
FROM events
WHERE source = 'gcp.audit' AND raw_data LIKE '%SetIamPolicy%'
ORDER BY time DESC`,
  },
  {
    id: 'gcp-key-created',
    title: { en: 'Keys of service accounts created', ja: 'サービスアカウントキーの作成' },
    question: { en: 'Who made a key that leaves Google Cloud?', ja: 'Google Cloud の外に出るキーを作ったのは誰か' },
    techniques: ['T1098.001'],
    sql: `SELECT time, account, principal, source_ip, json_extract_string(raw_data, '$.protoPayload.resourceName') AS resource
FROM events
WHERE source = 'gcp.audit' AND raw_data LIKE '%CreateServiceAccountKey%'
ORDER BY time DESC`,
  },
  {
    id: 'azure-role-assigned',
    title: { en: 'Roles assigned in Azure', ja: 'Azure のロール割り当て' },
    question: { en: 'Who was given a role?', ja: '誰にロールが割り当てられたか' },
    techniques: ['T1098.003'],
    sql: `SELECT time, account, principal, source_ip, action
FROM events
WHERE source = 'azure.activity' AND raw_data ILIKE '%microsoft.authorization/roleassignments/write%'
ORDER BY time DESC`,
  },
  {
    id: 'key-facts-by-source',
    title: { en: 'What a lake holds by source and day', ja: 'ソースと日ごとの概要' },
    question: { en: 'How many events, principals and failures are there each day?', ja: '1 日ごとのイベント・人・失敗の数は' },
    techniques: [],
    sql: `SELECT source, day, count(*) AS events, count(DISTINCT principal) AS principals, count(DISTINCT source_ip) AS addresses,
  count(*) FILTER (status = 'failure') AS failures
FROM events
GROUP BY ALL
ORDER BY source, day`,
  },
];
