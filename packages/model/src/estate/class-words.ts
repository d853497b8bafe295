/**
 * Words in tags and names that say what kind of data something holds, in English, Japanese and Japanese in Latin letters. Own list, made
 * from the terms of the laws (個人情報の保護に関する法律 art. 2; GDPR art. 4, 9; PCI DSS glossary) and from names in common use.
 */
import type { DataClass } from './workload.ts';

/** Keys of tags whose value is a class of data; compared without case, `-`, `_`, `:` and spaces. */
export const CLASS_TAGS: ReadonlySet<string> = new Set([
  'dataclassification',
  'dataclass',
  'dataclassificationlevel',
  'dataclassifications',
  'datasensitivity',
  'datatype',
  'datacategory',
  'sensitivity',
  'sensitivitylevel',
  'classification',
  'confidentiality',
  'confidentialitylevel',
  'securityclassification',
  'informationclassification',
  'infoclass',
  'データ分類',
  'データ区分',
  '情報区分',
  '情報分類',
  '機密区分',
  '機密度',
  '機密性',
  '機密レベル',
  '情報資産区分',
  '重要度区分',
  'kimitsukubun',
  'johokubun',
]);

/** Keys of tags that are themselves a class when their value says yes (`pii = true`). */
export const FLAG_TAGS: Readonly<Record<string, DataClass>> = {
  pii: 'personal',
  containspii: 'personal',
  haspii: 'personal',
  personaldata: 'personal',
  personalinformation: 'personal',
  gdpr: 'personal',
  個人情報: 'personal',
  個人データ: 'personal',
  特定個人情報: 'personal',
  マイナンバー: 'personal',
  kojinjoho: 'personal',
  kojinjouhou: 'personal',
  phi: 'health',
  hipaa: 'health',
  要配慮個人情報: 'health',
  pci: 'payment',
  pcidss: 'payment',
  cardholderdata: 'payment',
  confidential: 'confidential',
  sensitive: 'confidential',
  機密: 'confidential',
  機密情報: 'confidential',
};

/** Values of {@link CLASS_TAGS}: the class whose word the value holds, the first that fits. Words of Latin letters are whole words. */
export const CLASS_VALUES: readonly (readonly [DataClass | null, readonly string[]])[] = [
  ['health', ['phi', 'health', 'medical', 'hipaa', '要配慮', '医療', '健康']],
  ['payment', ['pci', 'payment', 'card', 'cardholder', 'カード', '決済']],
  ['personal', ['pii', 'personal', 'gdpr', 'kojin', 'customer', '個人', '顧客', 'マイナンバー']],
  ['secret', ['credential', 'credentials', '認証情報']],
  // Said to be no matter: what the name says does not count then.
  [null, ['internal', 'private', 'unclassified', 'none', 'low', 'general', '社内', '社外秘以外', '一般', '低']],
  ['public', ['public', 'open', '公開']],
  [
    'confidential',
    [
      'confidential',
      'restricted',
      'secret',
      'sensitive',
      'critical',
      'high',
      'strict',
      'proprietary',
      '極秘',
      '機密',
      '秘',
      '社外秘',
      '高',
      '関係者外秘',
    ],
  ],
];

/** Whole words of names. Words that also mean harmless things (user, order, card) are not among them. */
export const NAME_WORDS: Readonly<Record<DataClass, readonly string[]>> = {
  health: ['patient', 'patients', 'medical', 'phi', 'healthcare', 'karte', 'kanja', 'shinryo', 'kenshin'],
  payment: ['payment', 'payments', 'cardholder', 'creditcard', 'pci', 'kessai', 'kurejitto'],
  personal: [
    ...['customer', 'customers', 'pii', 'personal', 'kojin', 'kojinjoho', 'kojinjouhou', 'kokyaku', 'kaiin', 'member', 'members'],
    ...['payroll', 'salary', 'salaries', 'hr', 'employee', 'employees', 'shain', 'kyuyo', 'kyuuyo', 'jinji', 'juki', 'jumin', 'mynumber'],
    ...['crm', 'gdpr', 'passport', 'kyc', 'applicants', 'students', 'meibo', 'shimin', 'zeimu'],
  ],
  confidential: [
    'confidential',
    'sensitive',
    'restricted',
    'kimitsu',
    'himitsu',
    'finance',
    'financial',
    'legal',
    'keiyaku',
    'zaimu',
    'keiri',
  ],
  secret: ['secret', 'secrets', 'credential', 'credentials', 'password', 'passwords', 'vault', 'keystore'],
  state: ['tfstate', 'tfstates', 'terraformstate', 'pulumi'],
  backup: ['backup', 'backups', 'bkup', 'snapshots', 'dump', 'dumps', 'dr', 'bakkuappu'],
  log: ['log', 'logs', 'logging', 'cloudtrail', 'trail', 'trails', 'audit', 'flowlogs', 'accesslogs', 'rogu', 'kansa'],
  code: ['artifact', 'artifacts', 'codepipeline', 'releases', 'deployments', 'lambda'],
  public: ['website', 'public', 'static', 'cdn', 'assets'],
};

/** Two words that follow each other. */
export const NAME_PAIRS: Readonly<Record<string, DataClass>> = {
  'terraform state': 'state',
  'tf state': 'state',
  'remote state': 'state',
  'credit card': 'payment',
  'personal data': 'personal',
  'my number': 'personal',
  'kojin joho': 'personal',
  'kojin jouhou': 'personal',
  'kokyaku joho': 'personal',
  'user profiles': 'personal',
  'flow logs': 'log',
  'access logs': 'log',
};

/** Anywhere in a name: words of Japanese have no ends. The first that fits. */
export const NAME_PARTS: readonly (readonly [string, DataClass])[] = [
  ['要配慮個人情報', 'health'],
  ['カルテ', 'health'],
  ['患者', 'health'],
  ['医療', 'health'],
  ['健診', 'health'],
  ['決済', 'payment'],
  ['カード情報', 'payment'],
  ['個人情報', 'personal'],
  ['個人データ', 'personal'],
  ['個人', 'personal'],
  ['顧客', 'personal'],
  ['会員', 'personal'],
  ['名簿', 'personal'],
  ['給与', 'personal'],
  ['人事', 'personal'],
  ['社員', 'personal'],
  ['従業員', 'personal'],
  ['住民', 'personal'],
  ['マイナンバー', 'personal'],
  ['機密', 'confidential'],
  ['極秘', 'confidential'],
  ['秘密', 'confidential'],
  ['契約', 'confidential'],
  ['財務', 'confidential'],
  ['バックアップ', 'backup'],
  ['監査', 'log'],
  ['ログ', 'log'],
];

/** Of several that a name says the first counts: `customer-backup` is of customers, `payment-logs` of payments. */
export const PRECEDENCE: readonly DataClass[] = [
  'health',
  'payment',
  'personal',
  'secret',
  'state',
  'confidential',
  'backup',
  'log',
  'code',
  'public',
];

/** What something is for rather than how confidential it is: a tag that says `internal` does not speak against it. */
export const PURPOSES: ReadonlySet<DataClass> = new Set(['state', 'backup', 'log', 'code'] as const);

/** Kinds of stores that hold one class whatever they are called. */
export const KIND_CLASSES: Readonly<Record<string, DataClass>> = {
  'aws.secretsmanager.secret': 'secret',
  'aws.ssm.secure-parameter': 'secret',
  'azure.keyvault.vault': 'secret',
  'azure.keyvault.secret': 'secret',
  'gcp.secretmanager.secret': 'secret',
  'kubernetes.secret': 'secret',
  'aws.backup.vault': 'backup',
  'azure.recovery.vault': 'backup',
  'aws.ecr.repository': 'code',
  'aws.codecommit.repository': 'code',
  'aws.codeartifact.repository': 'code',
  'azure.container.registry': 'code',
  'gcp.artifact.repository': 'code',
  'aws.logs.group': 'log',
};
