/** Readers of what runs, made of a row of a table: which paths of a block say what. The words of Terraform and of the cloud's own templates stand side by side. */
import type { BlockReader } from '../code/index.ts';
import type { EntityContext, EntityReader } from './entity.ts';
import { leaksAt } from './leaks.ts';
import { NO_TEXTS, mapTexts, textAt, textsAt, union } from './reading.ts';
import { isUndecided } from './undecided.ts';
import type { Known, Texts } from './undecided.ts';
import type { LeakedCredential, Workload, WorkloadSays, WorkloadSetting } from './workload.ts';

/** Paths separated by spaces, the texts at all of which count; or how else they are read. */
export type At = string | ((block: BlockReader) => Texts);

export interface WorkloadRow {
  /** Block types, separated by spaces. */
  readonly types: string;
  readonly kind: string;
  /** Attributes that hold its name. */
  readonly name?: string;
  readonly identities?: At;
  readonly servedBy?: At;
  readonly environment?: string;
  readonly userData?: string;
  /** Images, repositories, stores. */
  readonly codeFrom?: At;
  /** Block that holds a bucket and the key of an object: `[path, bucket, key]`. */
  readonly objects?: readonly (readonly [path: string, bucket: string, key: string])[];
  readonly triggers?: At;
  readonly runsOn?: At;
  readonly holds?: At;
  readonly madeFrom?: At;
  readonly isTemplate?: true;
  readonly metadata?: (block: BlockReader) => Pick<WorkloadSays, 'hasOpenMetadata' | 'hasMetadataForContainers'>;
  readonly escapes?: (block: BlockReader) => readonly string[];
  readonly passwordLogin?: (block: BlockReader) => Known<boolean | undefined>;
  readonly callableByAnyone?: (block: BlockReader) => Known<boolean>;
  /** Leaks that no path of strings finds. */
  readonly leaks?: (block: BlockReader, context: EntityContext) => readonly LeakedCredential[];
}

/** What an entity says when nothing is written. */
export const SAYS_NOTHING: WorkloadSays = {
  identities: NO_TEXTS,
  servedBy: NO_TEXTS,
  hasOpenMetadata: undefined,
  hasMetadataForContainers: undefined,
  credentials: [],
  allowsPasswordLogin: undefined,
  escapes: [],
  codeFrom: NO_TEXTS,
  triggers: NO_TEXTS,
  runsOn: NO_TEXTS,
  holds: NO_TEXTS,
  madeFrom: NO_TEXTS,
  mountsToken: undefined,
  isCallableByAnyone: false,
};

export function workloadReader(row: WorkloadRow): EntityReader<Workload> {
  return { types: row.types.split(' '), read: (block, context) => [workloadOf(row, block, context)] };
}

function workloadOf(row: WorkloadRow, block: BlockReader, context: EntityContext): Workload {
  const name = row.name === undefined ? undefined : textAt(block, row.name);
  return {
    ...context.base,
    kind: 'workload',
    workloadKind: row.kind,
    name: isUndecided(name) ? undefined : name,
    isTemplate: row.isTemplate ?? false,
    ...saysOf(row, block, context),
  };
}

/** The part of a row about what runs, of a block that says it of something. */
function saysOf(row: WorkloadRow, block: BlockReader, context: EntityContext): WorkloadSays {
  const at = (paths: At | undefined): Texts =>
    paths === undefined ? NO_TEXTS : typeof paths === 'string' ? textsAt(block, paths) : paths(block);
  return {
    identities: at(row.identities),
    servedBy: at(row.servedBy),
    hasOpenMetadata: undefined,
    hasMetadataForContainers: undefined,
    ...row.metadata?.(block),
    credentials: distinct([
      ...leaksAt(block, row.environment ?? '', { where: 'environment', context }),
      ...leaksAt(block, row.userData ?? '', { where: 'user-data', context }),
      ...(row.leaks?.(block, context) ?? []),
    ]),
    allowsPasswordLogin: row.passwordLogin?.(block),
    escapes: [...new Set(row.escapes?.(block) ?? [])].toSorted(),
    codeFrom: union([mapTexts(at(row.codeFrom), codeSource), ...(row.objects ?? []).map((each) => objectsAt(block, each))]),
    triggers: at(row.triggers),
    runsOn: at(row.runsOn),
    holds: mapTexts(at(row.holds), withoutJsonKey),
    madeFrom: at(row.madeFrom),
    mountsToken: undefined,
    isCallableByAnyone: row.callableByAnyone?.(block) ?? false,
  };
}

/** A block that only adds to workloads: says what its row finds, once for each. `of`: beginning of their kind, and paths of their names. */
export function workloadSettingReader(
  types: string,
  [ofKind, of]: readonly [kind: string, of: string],
  says: (block: BlockReader, context: EntityContext) => Partial<WorkloadSays> | null,
): EntityReader<WorkloadSetting> {
  return {
    types: types.split(' '),
    read: (block, context) => {
      const { items, rest } = textsAt(block, of);
      const said = items.length > 0 || rest ? says(block, context) : null;
      const owners: readonly Known<string>[] = [...items, ...(rest ? [{ undecided: rest }] : [])];
      return said
        ? owners.map((workload) => ({ ...context.base, kind: 'workload-setting', workload, ofKind, isForAll: false, says: said }))
        : [];
    },
  };
}

/** Bucket and key → ARN of the object; without a key the whole bucket. */
export function objectArn(bucket: string, key: string | undefined): string {
  const arn = bucket.startsWith('arn:') ? bucket : `arn:aws:s3:::${bucket}`;
  return `${arn}/${key ?? '*'}`;
}

function objectsAt(block: BlockReader, [path, bucketName, keyName]: readonly [string, string, string]): Texts {
  const prefix = path === '' ? '' : `${path}.`;
  const [buckets, keys] = [textsAt(block, prefix + bucketName), textsAt(block, prefix + keyName)];
  return { items: buckets.items.map((bucket, index) => objectArn(bucket, keys.items[index])), rest: buckets.rest };
}

/** `000000000000.dkr.ecr.eu-west-1.amazonaws.com/api:1` → the ARN of the repository; everything else as it is written. */
export function codeSource(text: string): string {
  const image = /^(\d{12})\.dkr\.ecr\.([^./]{1,40})\.amazonaws\.com(?:\.cn)?\/([^:@\s]{1,300})/.exec(text);
  if (image) return `arn:aws:ecr:${image[2]}:${image[1]}:repository/${image[3]}`;
  const object =
    /^s3:\/\/([^/\s]{1,255})\/(.*)$/.exec(text) ?? /^https:\/\/s3[^/]{0,60}\.amazonaws\.com\/([^/\s]{1,255})\/(.*)$/.exec(text);
  if (object) return objectArn(object[1] ?? '', object[2]);
  const hosted = /^https:\/\/([^/\s]{1,255})\.s3[^/]{0,60}\.amazonaws\.com\/(.*)$/.exec(text);
  if (hosted) return objectArn(hosted[1] ?? '', hosted[2]);
  // Storage accounts of Azure are known by their names.
  const blob = /^https:\/\/([a-z0-9]{3,24})\.blob\.core\.windows\.net\/([^?\s]*)/.exec(text);
  return blob ? `${blob[1]}/${blob[2]}` : text;
}

/** `arn:…:secret:db-AbCdEf:password::` → the secret's ARN. */
function withoutJsonKey(text: string): string {
  const secret = /^(arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+)/.exec(text);
  return secret?.[1] ?? text;
}

/** The same credential in several places of one workload is one; the first place stands for it. */
export function distinct(leaks: readonly LeakedCredential[]): readonly LeakedCredential[] {
  const seen = new Map<string, LeakedCredential>();
  for (const leak of leaks) {
    const key = leak.of ?? `${leak.credential}@${leak.place.source.path}:${leak.place.start}:${leak.where}`;
    if (!seen.has(key)) seen.set(key, leak);
  }
  return [...seen.values()];
}

/** A script that turns password logins on says so; of others the image decides, which nobody here knows. */
export function passwordLoginIn(scripts: readonly string[]): boolean | undefined {
  for (const text of scripts) {
    if (/PasswordAuthentication\s{1,8}yes|ssh_pwauth:\s{0,8}(?:true|yes|1)/i.test(text.replaceAll(SEARCHED, ''))) return true;
    if (/PasswordAuthentication\s{1,8}no|ssh_pwauth:\s{0,8}(?:false|no|0)/i.test(text.replaceAll(SEARCHED, ''))) return false;
  }
  return undefined;
}

/** What sed looks for, which is no more in the file afterwards. */
const SEARCHED = /\bs([/|#])[^/|#\n]{0,200}\1/g;
