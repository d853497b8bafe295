/**
 * What is asked when something happened, and which logs answer it. The questions are those of any investigation: who, what, from where, since when,
 * what left, what stayed behind. Which log tells what: documentation of each service.
 */
import {
  activityHistory,
  activityLog,
  aksAudit,
  awsConfig,
  azureFlow,
  eksAudit,
  eventHistory,
  gcpAdmin,
  gcpData,
  gkeLogs,
  kubernetesAudit,
  log,
  part,
  s3Access,
  stored,
  trail,
  trailLambda,
  trailS3Reads,
  trailS3Writes,
  vpcFlow,
  vpcFlowOfAccount,
} from './logs.ts';
import type { ReadinessLog, ReadinessQuestion, ReadinessSubject } from './types.ts';

const types = (names: readonly string[], ...logs: readonly ReadinessLog[]): ReadinessSubject => ({ of: { types: names }, logs });
const account = (cloud: 'aws' | 'azure' | 'gcp' | 'kubernetes', ...logs: readonly ReadinessLog[]): ReadinessSubject => ({
  of: { accounts: cloud },
  logs,
});

const own = (en: string, ja: string, check: string): ReadinessLog => log(en, ja, [check], 'resource');

const storageLog = own('Storage logging', 'ストレージのログ', 'azure-storage-logging');
const gcsLog = part(own('Bucket usage log', 'バケットの使用状況ログ', 'gcp-storage-bucket-logging'));
const vaultLog = own('Key Vault logging', 'Key Vault のログ', 'azure-keyvault-logging');
const elbLog = stored(own('Load balancer access log', 'ロードバランサーのアクセスログ', 'aws-elbv2-access-logging'), 'aws.load-balancer');
const gcpLbLog = own('Backend service log', 'バックエンドサービスのログ', 'gcp-compute-lb-logging');
const subnetFlow = stored(own('Subnet flow logs', 'サブネットのフローログ', 'gcp-compute-subnet-flow-logs'), 'gcp.vpc-flow');

export const readinessQuestions: readonly ReadinessQuestion[] = [
  {
    id: 'who-read-object',
    question: { en: 'Who read the objects of this storage, and when?', ja: 'このストレージのオブジェクトを、誰がいつ読み取ったか' },
    why: {
      en: 'After a leak: which records left, and whom to notify.',
      ja: '漏えいの後、どのデータが持ち出され、誰に通知すべきかを決めるため',
    },
    asked: [
      types(['aws.s3.bucket'], s3Access, trailS3Reads),
      types(['azure.storage.account'], storageLog),
      types(['gcp.storage.bucket'], gcpData, gcsLog),
    ],
  },
  {
    id: 'who-changed-object',
    question: {
      en: 'Who wrote, replaced or deleted objects of this storage?',
      ja: 'このストレージのオブジェクトを、誰が書き込み、置き換え、または削除したか',
    },
    why: { en: 'Ransom and planted files: what is still what it was.', ja: 'ランサムやファイルの仕込みの際、何が元のままかを知るため' },
    asked: [
      types(['aws.s3.bucket'], s3Access, trailS3Writes),
      types(['azure.storage.account'], storageLog),
      types(['gcp.storage.bucket'], gcpData, gcsLog),
    ],
  },
  {
    id: 'who-called-api',
    question: { en: 'Which calls did this identity make, in all regions?', ja: 'この ID は、全リージョンでどの操作を行ったか' },
    why: {
      en: 'A credential is stolen: everything it did has to be found.',
      ja: '認証情報が盗まれたとき、それによる操作をすべて見つけるため',
    },
    asked: [account('aws', trail, eventHistory), account('azure', activityLog, activityHistory), account('gcp', gcpData, gcpAdmin)],
  },
  {
    id: 'is-log-intact',
    question: { en: 'Is the log itself what was written?', ja: 'ログ自体は書き込まれたままか' },
    why: {
      en: 'Whoever gets in alters the log; evidence has to be proved.',
      ja: '侵入者はログを改ざんする。証拠は証明できなければならない',
    },
    asked: [
      account(
        'aws',
        log('Log file validation', 'ログファイルの整合性検証', ['aws-cloudtrail-log-file-validation'], 'account'),
        part(log('Log bucket immutable', '変更できないログバケット', ['aws-cloudtrail-bucket-immutable'], 'account')),
      ),
      account('gcp', log('Locked log bucket', 'ロックされたログバケット', ['gcp-logging-bucket-locked'], 'account')),
    ],
  },
  {
    id: 'key-used-where',
    question: {
      en: 'From where and how often was this access key or service account used?',
      ja: 'このアクセスキーやサービスアカウントは、どこから何回使われたか',
    },
    why: { en: 'Tells stolen from lost, and the day it began.', ja: '盗用か紛失か、いつ始まったかを知るため' },
    asked: [account('aws', trail, eventHistory), account('gcp', gcpData, gcpAdmin)],
  },
  {
    id: 'who-decrypted',
    question: { en: 'Who used the keys and read the secrets?', ja: '誰が鍵を使い、シークレットを読み取ったか' },
    why: { en: 'Secrets that were read have to be changed.', ja: '読み取られたシークレットは変更しなければならない' },
    asked: [account('aws', trail, eventHistory), types(['azure.keyvault.vault'], vaultLog), account('gcp', gcpData)],
  },
  {
    id: 'who-changed-permissions',
    question: { en: 'Who changed permissions, and what were they before?', ja: '誰が権限を変更し、以前はどうだったか' },
    why: { en: 'An attacker leaves ways back in.', ja: '攻撃者は戻るための経路を残す' },
    asked: [
      account('aws', trail, awsConfig, eventHistory),
      account('azure', activityLog, activityHistory),
      account('gcp', { ...gcpAdmin, tells: 'all' }),
    ],
  },
  {
    id: 'who-changed-network',
    question: { en: 'Who opened the network, and for how long was it open?', ja: '誰がネットワークを開放し、どのくらいの間開いていたか' },
    why: { en: 'Minutes are enough for scanners.', ja: 'スキャナーには数分で十分である' },
    asked: [
      account('aws', trail, awsConfig, eventHistory),
      account('azure', activityLog, activityHistory),
      account('gcp', { ...gcpAdmin, tells: 'all' }),
    ],
  },
  {
    id: 'what-left-network',
    question: {
      en: 'Did data leave this network, how much, and to which addresses?',
      ja: 'このネットワークからデータが出たか。量と宛先はどうか',
    },
    why: { en: 'The size of a leak; the attacker’s own servers.', ja: '漏えいの規模と、攻撃者のサーバーを知るため' },
    asked: [types(['aws.ec2.vpc'], vpcFlow), account('azure', azureFlow), types(['gcp.compute.subnetwork'], subnetFlow)],
  },
  {
    id: 'who-connected',
    question: {
      en: 'Which addresses connected to machines in this network?',
      ja: 'このネットワークのマシンに、どのアドレスから接続があったか',
    },
    why: { en: 'Lateral movement and the first way in.', ja: '横展開と最初の侵入経路を知るため' },
    asked: [types(['aws.ec2.vpc'], vpcFlow), account('azure', azureFlow), types(['gcp.compute.subnetwork'], subnetFlow)],
  },
  {
    id: 'which-names-resolved',
    question: { en: 'Which names did our machines ask for?', ja: '自社のマシンはどの名前を問い合わせたか' },
    why: { en: 'Command and control, and data hidden in names.', ja: 'C2 通信や、名前に隠した持ち出しを見つけるため' },
    asked: [account('gcp', log('DNS query log', 'DNS クエリログ', ['gcp-dns-query-logging'], 'account'))],
  },
  {
    id: 'who-asked-zone',
    question: { en: 'Who asked for the names of our zones?', ja: '自社ゾーンの名前を誰が問い合わせたか' },
    why: { en: 'Reconnaissance, and traffic to names that should be gone.', ja: '偵察や、廃止したはずの名前への通信を知るため' },
    asked: [types(['aws.route53.zone'], own('Query logging', 'クエリログ', 'aws-route53-query-logging'))],
  },
  {
    id: 'which-requests-web',
    question: { en: 'Which requests reached the web application, from whom?', ja: 'Web アプリケーションにどのリクエストが誰から届いたか' },
    why: { en: 'The request that exploited it is in there, or nowhere.', ja: '悪用したリクエストはここにしか残らない' },
    asked: [
      types(['aws.elbv2.load-balancer'], elbLog),
      types(
        ['aws.elb.load-balancer'],
        stored(own('Load balancer access log', 'ロードバランサーのアクセスログ', 'aws-elb-access-logging'), 'aws.load-balancer'),
      ),
      types(
        ['aws.cloudfront.distribution'],
        stored(own('CloudFront log', 'CloudFront のログ', 'aws-cloudfront-logging'), 'aws.cloudfront'),
      ),
      types(['aws.apigateway.stage'], own('API Gateway access log', 'API Gateway のアクセスログ', 'aws-apigateway-access-logging')),
      types(['aws.apigatewayv2.stage'], own('API Gateway access log', 'API Gateway のアクセスログ', 'aws-apigatewayv2-access-logging')),
      types(['azure.app.app'], own('HTTP log', 'HTTP ログ', 'azure-appservice-http-logs')),
      types(['gcp.compute.backend-service'], gcpLbLog),
    ],
  },
  {
    id: 'what-waf-let-through',
    question: { en: 'What did the web firewall see, block and let through?', ja: 'WAF は何を検知し、遮断し、通したか' },
    why: { en: 'Shows the tries before the one that worked.', ja: '成功する前の試行がわかる' },
    asked: [
      types(['aws.wafv2.web-acl'], stored(own('WAF log', 'WAF のログ', 'aws-wafv2-webacl-logging'), 'aws.waf')),
      types(['aws.waf.web-acl'], stored(own('WAF log', 'WAF のログ', 'aws-waf-webacl-logging'), 'aws.waf')),
    ],
  },
  {
    id: 'which-sql-ran',
    question: { en: 'Which statements ran in this database, and who ran them?', ja: 'このデータベースで、どの SQL を誰が実行したか' },
    why: { en: 'Which rows were read decides who has to be told.', ja: 'どの行が読まれたかで、通知の範囲が決まる' },
    asked: [
      types(
        ['aws.rds.instance'],
        own('Statement log', 'SQL 文のログ', 'aws-rds-instance-statement-logging'),
        part(own('Logs exported', 'ログのエクスポート', 'aws-rds-instance-logs-exported')),
      ),
      types(
        ['aws.rds.cluster'],
        own('Audit log', '監査ログ', 'aws-rds-cluster-audit-logs'),
        own('Statement log', 'SQL 文のログ', 'aws-rds-cluster-statement-logging'),
        part(own('Logs exported', 'ログのエクスポート', 'aws-rds-cluster-logs-exported')),
      ),
      types(['azure.sql.server'], own('Auditing', '監査', 'azure-sql-auditing-enabled')),
      types(['azure.mysql.server'], own('Audit log', '監査ログ', 'azure-mysql-audit-log')),
      types(
        ['gcp.sql.instance'],
        own('pgAudit', 'pgAudit', 'gcp-sql-postgres-pgaudit'),
        part(own('Statement log', 'SQL 文のログ', 'gcp-sql-postgres-log-statement')),
      ),
    ],
  },
  {
    id: 'who-queried-warehouse',
    question: { en: 'Who queried the data warehouse, and what?', ja: 'データウェアハウスに、誰がどのクエリを実行したか' },
    why: { en: 'The largest copy of the data is usually here.', ja: '最も大きなデータの写しは、たいていここにある' },
    asked: [
      types(['aws.redshift.cluster'], part(own('Audit log', '監査ログ', 'aws-redshift-audit-logging'))),
      types(['aws.redshift.serverless-namespace'], own('Audit log', '監査ログ', 'aws-redshift-serverless-logging')),
      types(['azure.synapse.workspace'], own('Auditing', '監査', 'azure-synapse-audited')),
    ],
  },
  {
    id: 'who-used-document-store',
    question: { en: 'Who read the search, document and graph databases?', ja: '検索・ドキュメント・グラフデータベースを誰が読み取ったか' },
    why: { en: 'Customer data is copied into them and forgotten.', ja: '顧客データが写されたまま忘れられていることが多い' },
    asked: [
      types(
        ['aws.opensearch.domain'],
        own('Audit log', '監査ログ', 'aws-opensearch-audit-logging'),
        part(own('Published logs', 'ログの発行', 'aws-opensearch-logs-published')),
      ),
      types(['aws.documentdb.cluster'], own('Logs exported', 'ログのエクスポート', 'aws-documentdb-logs-exported')),
      types(['aws.neptune.cluster'], own('Audit log', '監査ログ', 'aws-neptune-audit-logs')),
    ],
  },
  {
    id: 'what-happened-in-cluster',
    question: {
      en: 'Who changed what in this cluster, and who read its secrets?',
      ja: 'このクラスターで誰が何を変更し、Secret を誰が読み取ったか',
    },
    why: { en: 'A pod that is gone leaves traces only here.', ja: '消えた Pod の痕跡はここにしか残らない' },
    asked: [
      types(['aws.eks.cluster'], eksAudit),
      types(['azure.aks.cluster'], aksAudit),
      types(['gcp.gke.cluster'], gcpData, gkeLogs),
      account(
        'kubernetes',
        kubernetesAudit,
        part(log('Audit policy that covers secrets', 'Secret を含む監査ポリシー', ['k8s-control-plane-audit-policy-secrets'], 'account')),
      ),
    ],
  },
  {
    id: 'what-ran-in-container',
    question: { en: 'What did the containers write, after they are gone?', ja: '消えた後のコンテナーは何を出力していたか' },
    why: { en: 'Short-lived workloads take their logs along.', ja: '短命なワークロードはログも道連れにする' },
    asked: [
      types(['aws.ecs.task-definition'], own('Task log', 'タスクのログ', 'aws-ecs-task-logging')),
      types(['azure.aks.cluster'], own('Monitoring', '監視', 'azure-aks-monitoring')),
      types(['gcp.gke.cluster'], own('Cluster logging', 'クラスターのログ', 'gcp-gke-logging-enabled')),
    ],
  },
  {
    id: 'who-was-on-the-shell',
    question: { en: 'Who was on a shell of our machines, and what was typed?', ja: '誰が自社マシンのシェルに入り、何を入力したか' },
    why: { en: 'Administrators’ doors are attackers’ doors.', ja: '管理者の入り口は攻撃者の入り口でもある' },
    asked: [
      types(['aws.ecs.cluster'], own('Record of ECS Exec', 'ECS Exec の記録', 'aws-ecs-exec-logging')),
      types(['aws.ssm.document'], own('Session log, encrypted', '暗号化されたセッションログ', 'aws-ssm-session-logs-encrypted')),
    ],
  },
  {
    id: 'who-invoked-function',
    question: { en: 'Who invoked the functions, and how often?', ja: '誰が関数を何回呼び出したか' },
    why: { en: 'Functions are doors into the account.', ja: '関数はアカウントへの入り口になる' },
    asked: [account('aws', trailLambda)],
  },
  {
    id: 'what-changed-in-workflow',
    question: { en: 'What did the workflows and builds do?', ja: 'ワークフローやビルドは何を実行したか' },
    why: { en: 'Supply chain: what went into what is running.', ja: 'サプライチェーン攻撃で、稼働中のものに何が混入したかを知るため' },
    asked: [
      types(['aws.stepfunctions.state-machine'], own('Execution log', '実行ログ', 'aws-stepfunctions-logging')),
      types(['aws.codebuild.project'], own('Build log', 'ビルドログ', 'aws-codebuild-logging')),
    ],
  },
  {
    id: 'who-asked-the-model',
    question: { en: 'Who asked the AI models, and what?', ja: '誰が AI モデルに何を尋ねたか' },
    why: {
      en: 'Stolen keys are used for models first; prompts hold data.',
      ja: '盗まれたキーはまずモデルに使われ、プロンプトにはデータが含まれる',
    },
    asked: [account('aws', log('Invocation log', '呼び出しログ', ['aws-bedrock-invocation-logging'], 'account'))],
  },
  {
    id: 'who-sent-messages',
    question: { en: 'Who connected to brokers and streams?', ja: '誰がブローカーやストリームに接続したか' },
    why: { en: 'Messages carry what databases hold.', ja: 'メッセージにはデータベースと同じ情報が流れる' },
    asked: [
      types(['aws.msk.cluster'], own('Broker log', 'ブローカーのログ', 'aws-msk-logging')),
      types(
        ['aws.mq.broker'],
        own('Audit log', '監査ログ', 'aws-mq-audit-logging'),
        part(own('General log', '一般ログ', 'aws-mq-general-logging')),
      ),
    ],
  },
  {
    id: 'who-transferred-files',
    question: { en: 'Who up- and downloaded files through transfer servers?', ja: '転送サーバーで、誰がファイルを授受したか' },
    why: { en: 'Partners’ accounts are stolen as well.', ja: '取引先のアカウントも盗まれる' },
    asked: [types(['aws.transfer.server'], own('Server log', 'サーバーのログ', 'aws-transfer-logging'))],
  },
  {
    id: 'who-came-over-vpn',
    question: { en: 'Who came in over VPN, when, from where?', ja: '誰がいつどこから VPN で接続したか' },
    why: { en: 'The most used first way in.', ja: '最もよく使われる最初の侵入経路である' },
    asked: [
      types(['aws.ec2.client-vpn'], own('Connection log', '接続ログ', 'aws-ec2-client-vpn-logging')),
      types(['aws.vpc.vpn-connection'], own('Tunnel log', 'トンネルのログ', 'aws-vpc-vpn-tunnel-logging')),
    ],
  },
  {
    id: 'what-firewall-saw',
    question: { en: 'What did the network firewalls pass and drop?', ja: 'ネットワークファイアウォールは何を通し、何を落としたか' },
    why: { en: 'Which rule let it through.', ja: 'どのルールが通したかを知るため' },
    asked: [
      types(['aws.networkfirewall.firewall'], own('Firewall log', 'ファイアウォールのログ', 'aws-networkfirewall-logging')),
      types(['gcp.compute.firewall'], own('Rule log', 'ルールのログ', 'gcp-compute-firewall-logging')),
      types(['gcp.compute.router-nat'], part(own('NAT log', 'NAT のログ', 'gcp-compute-nat-logging'))),
    ],
  },
  {
    id: 'what-was-configured-then',
    question: { en: 'How was the account configured at the time?', ja: 'その時点でアカウントはどのように設定されていたか' },
    why: { en: 'Today’s settings are not those of the day it happened.', ja: '今の設定は、発生した日の設定ではない' },
    asked: [account('aws', { ...awsConfig, tells: 'all' }, { ...trail, tells: 'part' })],
  },
  {
    id: 'how-far-back-network',
    question: { en: 'Can flows be followed back for months?', ja: '数か月前までフローをさかのぼれるか' },
    why: { en: 'Intruders are found late.', ja: '侵入者は遅れて見つかる' },
    asked: [
      types(['aws.vpc.flow-log'], own('Kept long enough', '十分な保存期間', 'aws-vpc-flow-logs-retention')),
      types(['azure.network.flow-log'], own('Kept 90 days', '90 日間の保存', 'azure-network-flow-logs-retention-90')),
    ],
  },
  {
    id: 'how-far-back-logs',
    question: { en: 'Are logs kept long enough for what is found late?', ja: '遅れて見つかる侵入に備え、ログは十分に長く保存されているか' },
    why: { en: 'Half a year until discovery is nothing unusual.', ja: '発見まで半年かかることは珍しくない' },
    asked: [
      types(['aws.logs.group'], own('Kept long enough', '十分な保存期間', 'aws-logs-group-retention')),
      types(['azure.monitor.workspace'], own('Kept long enough', '十分な保存期間', 'azure-monitor-log-retention')),
      types(['gcp.logging.bucket'], own('Kept long enough', '十分な保存期間', 'gcp-logging-bucket-retention')),
      account('kubernetes', log('Audit log kept long enough', '監査ログの十分な保存期間', ['k8s-api-server-audit-log-age'], 'account')),
    ],
  },
  {
    id: 'who-touched-log-store',
    question: { en: 'Who read or deleted the logs themselves?', ja: 'ログ自体を誰が読み取り、または削除したか' },
    why: { en: 'The second thing an intruder looks for.', ja: '侵入者が 2 番目に探すものである' },
    asked: [
      account(
        'aws',
        log('Access log of the trail’s bucket', '証跡バケットのアクセスログ', ['aws-cloudtrail-bucket-access-logging'], 'account'),
        { ...trailS3Reads, tells: 'part' },
      ),
    ],
  },
  {
    id: 'is-anybody-told',
    question: { en: 'Would anybody be told while it happens?', ja: '発生中に誰かに知らされるか' },
    why: { en: 'Logs nobody looks at answer questions too late.', ja: '誰も見ないログは、答えが遅すぎる' },
    asked: [
      account(
        'aws',
        log('Alarms on changes of the trail', '証跡の変更に対するアラーム', ['aws-cloudwatch-alarm-cloudtrail-changes'], 'account'),
      ),
      account(
        'gcp',
        log('Alert on changes of audit settings', '監査設定の変更に対するアラート', ['gcp-logging-alert-audit-config'], 'account'),
      ),
    ],
  },
  {
    id: 'who-reached-instances',
    question: {
      en: 'Did an instance talk to addresses it never talked to before?',
      ja: 'インスタンスが、これまでにないアドレスと通信したか',
    },
    why: { en: 'Stolen machines call home.', ja: '乗っ取られたマシンは外部と通信する' },
    asked: [account('aws', vpcFlowOfAccount)],
  },
];
