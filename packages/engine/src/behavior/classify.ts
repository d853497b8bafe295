/** What an operation is for the counts: bits, worked out once for each name. Names: API references of the providers. */
import type { LogSource } from '@kumomori/model';

export const READ = 1;
export const WRITE = 2;
export const DELETE = 4;
export const SECRET = 8;
export const DECRYPT = 16;
export const LAUNCH = 32;
export const SHARE = 64;
export const SNAPSHOT_DELETE = 128;
export const SIGN_IN = 256;
/** Opens or closes something to everybody; what it does is in the record. */
export const OPENING = 512;
export const LOG_STOP = 1024;
export const LOG_START = 2048;

type Table = readonly (readonly [RegExp, number])[];

/** A name may be in several classes. */
const AWS: Table = [
  [/^(?:GetObject|GetObjectTorrent|SelectObjectContent|Scan|ExportTableToPointInTime)$/, READ],
  [/^(?:GetSecretValue|BatchGetSecretValue)$/, SECRET],
  [/^Decrypt$/, DECRYPT],
  [/^(?:Delete|Terminate|Remove|Purge|Destroy|ScheduleKeyDeletion)/, DELETE],
  [
    /^(?:RunInstances|CreateFleet|RequestSpotInstances|RequestSpotFleet|RunTask|SubmitJob|CreateTrainingJob|CreateNotebookInstance|CreateInstances)$/,
    LAUNCH,
  ],
  [/^Modify(?:Snapshot|DBSnapshot|DBClusterSnapshot|Image)Attribute$/, SHARE | OPENING],
  [/^(?:DeleteSnapshot|DeleteDBSnapshot|DeleteDBClusterSnapshot|DeregisterImage|DeleteRecoveryPoint|DeleteBackupVault)$/, SNAPSHOT_DELETE],
  [/^(?:ConsoleLogin|CredentialVerification|UserAuthentication)$/, SIGN_IN],
  [/^(?:PutBucketPolicy|DeleteBucketPolicy|PutBucketAcl)$/, OPENING],
  [/^(?:StopLogging|DeleteTrail|DeleteEventDataStore|StopEventDataStoreIngestion)$/, LOG_STOP],
  [/^(?:CreateTrail|CreateEventDataStore|StartLogging|StartEventDataStoreIngestion|RestoreEventDataStore)$/, LOG_START],
];
const GOOGLE: Table = [
  [/(?:^|\.)objects\.get$|TableDataService\.List|tabledata\.list$/i, READ],
  [/AccessSecretVersion$/, SECRET],
  [/(?:^|\.)(?:Decrypt|AsymmetricDecrypt)$/, DECRYPT],
  [/(?:^|\.)(?:delete|Delete\w*|Destroy\w*)$/, DELETE],
  [/instances\.(?:insert|bulkInsert)$/i, LAUNCH],
  [/snapshots\.setIamPolicy$|images\.setIamPolicy$/i, SHARE | OPENING],
  [/snapshots\.delete$/i, SNAPSHOT_DELETE],
  [/^storage\.setIamPermissions$|^storage\.buckets\.setIamPolicy$/i, OPENING],
  [/(?:^|\.)DeleteSink$/, LOG_STOP],
];
const AZURE: Table = [
  [/^(?:GetBlob|GetFile|ReadFile)$/i, READ],
  [/^SecretGet$|vaults\/secrets\/getSecret/i, SECRET],
  [/^Key(?:Decrypt|Unwrap)$/i, DECRYPT],
  [/\/delete$/i, DELETE],
  [/Microsoft\.Compute\/virtualMachine(?:s|ScaleSets)\/write$/i, LAUNCH],
  [/(?:snapshots|disks)\/beginGetAccess\/action$/i, SHARE],
  [/(?:snapshots|recoveryPoints|protectedItems)\/delete$/i, SNAPSHOT_DELETE],
  [/microsoft\.insights\/diagnosticSettings\/delete$/i, LOG_STOP],
];
const KUBERNETES: Table = [
  [/^(?:get|list|watch) secrets/, SECRET],
  [/^delete/, DELETE],
];
const OTHERS: Table = [
  [/^(?:FileDownloaded|FileSyncDownloadedFull|MailItemsAccessed|download|git\.clone|repo\.download_zip)$/i, READ],
  [/delete|destroy|purge/i, DELETE],
  [/^(?:user\.session\.start|user\.authentication\.\w+|login_success|login_failure|UserLoggedIn|UserLoginFailed)$/i, SIGN_IN],
  [/^(?:Set-AdminAuditLogConfig)$/i, LOG_STOP],
];

const DISCOVERY =
  /^(?:List|Describe|Get|Lookup|Search|Head|BatchGet|Simulate)|(?:^|[.])(?:list|get|aggregatedList|search\w*)$|\/(?:read|list\w*)$|^(?:get|list) /i;

/** The bits of an operation. */
export function classifyAction(source: LogSource, action: string, readOnly: boolean | null): number {
  if (source === 'azure.signin') return SIGN_IN;
  if (source === 'aws.s3-access') return /^REST\.GET\.OBJECT$/.test(action) ? READ : /DELETE/.test(action) ? DELETE : 0;
  const table = source.startsWith('aws.')
    ? AWS
    : source.startsWith('gcp.')
      ? GOOGLE
      : source.startsWith('azure.')
        ? AZURE
        : tableOf(source);
  let bits = readOnly === false ? WRITE : 0;
  if (action.length <= 300) for (const [pattern, bit] of table) if (pattern.test(action)) bits |= bit;
  return bits;
}

function tableOf(source: LogSource): Table {
  return source === 'kubernetes.audit' ? KUBERNETES : OTHERS;
}

/** Calls that only look. */
export function isDiscovery(action: string): boolean {
  return action.length <= 300 && DISCOVERY.test(action) && !/^Get(?:Object|SecretValue|Item)$/.test(action);
}
