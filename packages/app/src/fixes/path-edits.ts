/**
 * What is written to end a step of an attack path: from the kind of setting and what stands at its line. Only what takes something away is
 * written; where somebody has to choose (an address, a subject, another role), nothing is. Whether it ends the path is proved elsewhere.
 */
import type { FixEdit } from '@kumomori/model';
import { matchesWildcard } from '@kumomori/model';
import type { EditOutcome, EditTarget, Texts, WrittenPlace, WrittenStatement, WrittenTexts } from '@kumomori/parsers';
import { editCode, removeResource } from '@kumomori/parsers';
import { PUBLIC_SWITCHES } from './path-switches.ts';

/** A change of the path's plan, as the engine tells it. */
export interface EndedSetting {
  readonly id: string;
  readonly kind: string;
  readonly summary: string;
}

/** What the path makes use of. */
export interface PathUse {
  /** `s3:GetObject` */
  readonly actions: readonly string[];
  /** Who comes over trusts: account ids, `*`, names. */
  readonly comers: readonly string[];
}

export interface EditedPlace extends WrittenPlace {
  readonly format: EditTarget['format'];
  /** Absolute. */
  readonly file: string;
  /** The file, for Terraform with those of its folder. */
  readonly texts: Texts;
}

/** One way of ending it, on texts some of which earlier changes of the same fix have changed. */
export type PathEdit = (texts: Texts) => EditOutcome;

/** The ways of ending a step, the least change first; none where a person has to choose. */
export function endingEdits(setting: EndedSetting, place: EditedPlace, use: PathUse): readonly PathEdit[] {
  switch (setting.kind) {
    case 'grant':
      return grantEdits(setting, place, use);
    case 'trust':
      return trustEdits(setting, place, use);
    case 'exposure':
    case 'data-access':
      return setting.id.startsWith('record ') ? [removing(place)] : switched(place, PUBLIC_SWITCHES[place.type] ?? []);
    case 'configuration':
      return configurationEdits(setting, place);
    default:
      return [];
  }
}

/** Attachments and bindings: without them the thing they bind stays. */
const BINDINGS =
  /^(?:aws_iam_(?:user|role|group)_polic(?:y|y_attachment)|aws_lambda_permission|azurerm_role_assignment|google_\w+_iam_member|kubernetes_(?:cluster_)?role_binding(?:_v1)?|AWS::IAM::(?:User|Role|Group)?Policy|(?:Cluster)?RoleBinding)$/;

function grantEdits(setting: EndedSetting, place: EditedPlace, { actions }: PathUse): readonly PathEdit[] {
  const attached = detached(setting, place);
  if (attached.length > 0) return attached;
  const binding = BINDINGS.test(place.type) ? [removing(place)] : [];
  const statement = statementOf(setting, place, (path) => !TRUST.test(path));
  // Of a policy in a form that is not edited, one statement cannot be taken.
  if (!statement) return INLINE.test(place.type) && !setting.summary.startsWith('Narrow or remove ') ? [] : binding;
  const whole = statement.isOnly ? binding : [writing(place, [{ remove: statement.path }])];
  const used = statement.actions
    ? taken(statement.actions, (pattern) => actions.some((each) => matchesWildcard(pattern.toLowerCase(), each.toLowerCase())))
    : null;
  return [...(used === null ? [] : [writing(place, [used])]), ...whole];
}

const INLINE = /^(?:aws_iam_(?:user|role|group)_policy|AWS::IAM::(?:User|Role|Group)?Policy)$/;
const TRUST = /^(?:assume_role_policy|AssumeRolePolicyDocument)\b/;

/** A managed policy in the list of a role's own block. */
function detached({ summary }: EndedSetting, place: EditedPlace): readonly PathEdit[] {
  const name = /\bpolicy ([\w+=,.@-]+) of /.exec(summary)?.[1];
  const text = place.texts.get(place.file) ?? '';
  if (name === undefined || !/^(?:aws_iam_role|AWS::IAM::(?:Role|User|Group))$/.test(place.type)) return [];
  const arns = [...text.matchAll(/arn:aws[\w-]*:iam::aws:policy\/[\w+=,.@/-]+/g)].map(([arn]) => arn);
  const values = [...new Set(arns.filter((arn) => arn.endsWith(`/${name}`)))];
  const list = place.format === 'terraform' ? 'managed_policy_arns' : 'ManagedPolicyArns';
  return values.length === 0 ? [] : [writing(place, [{ drop: list, values }])];
}

function trustEdits(setting: EndedSetting, place: EditedPlace, { comers }: PathUse): readonly PathEdit[] {
  const statement = statementOf(setting, place, (path) => TRUST.test(path) || place.address.startsWith('data.'));
  if (!statement) return [];
  const isComer = (value: string): boolean => comers.some((each) => value === each || (/^\d{12}$/.test(each) && value.includes(each)));
  const [list, ...others] = statement.principals.filter(({ values }) => values.some(isComer));
  if (!list || others.length > 0) return [];
  const one = taken(list, isComer);
  if (one !== null) return [writing(place, [one])];
  // All that the statement lets in is who comes.
  const isAll = statement.principals.length === 1 && list.values.length === list.count;
  return isAll && !statement.isOnly ? [writing(place, [{ remove: statement.path }])] : [];
}

/** By its line; by its number where several stand there, or where only the line of the whole policy is known. */
function statementOf(
  { id }: EndedSetting,
  { statements }: WrittenPlace,
  isFitting: (path: string) => boolean,
): WrittenStatement | undefined {
  const fitting = statements.filter(({ path }) => isFitting(path));
  const number = / (\d{1,4})$/.exec(id)?.[1];
  const numbered = number === undefined ? undefined : fitting[Number(number)];
  const here = fitting.filter(({ isHere }) => isHere);
  return here.length === 0 || (numbered && here.includes(numbered)) ? numbered : here[0];
}

/** Null when nothing of the list would be left, or when it is no list. */
function taken({ path, values, count, isList }: WrittenTexts, isUnwanted: (value: string) => boolean): FixEdit | null {
  const unwanted = values.filter(isUnwanted);
  return isList && unwanted.length > 0 && unwanted.length < count ? { drop: path, values: unwanted } : null;
}

const METADATA: Readonly<Record<string, readonly FixEdit[]>> = {
  aws_instance: [{ set: 'metadata_options.http_tokens', value: 'required' }],
  aws_launch_template: [{ set: 'metadata_options.http_tokens', value: 'required' }],
  'AWS::EC2::LaunchTemplate': [{ set: 'LaunchTemplateData.MetadataOptions.HttpTokens', value: 'required' }],
};

function configurationEdits({ id, summary }: EndedSetting, place: EditedPlace): readonly PathEdit[] {
  if (id.startsWith('metadata ')) return switched(templateOf(place), METADATA[templateOf(place).type] ?? []);
  if (id.startsWith('escape ')) return switched(place, place.format === 'kubernetes' ? NO_ESCAPES : []);
  const account = /^Stop sharing .* with (\d{12})$/.exec(summary)?.[1];
  if (account !== undefined && place.type === 'aws_db_snapshot') return [writing(place, [{ drop: 'shared_accounts', values: [account] }])];
  return [];
}

/** What makes a pod part of its node. Volumes of the node are somebody's choice. */
const NO_ESCAPES: readonly FixEdit[] = [
  { set: '$containers.securityContext.privileged', value: false, ifThere: true },
  { set: '$pod.hostPID', value: false, ifThere: true },
  { set: '$pod.hostNetwork', value: false, ifThere: true },
  { set: '$pod.hostIPC', value: false, ifThere: true },
];

/** A group of machines starts from the template it names. */
function templateOf(place: EditedPlace): EditedPlace {
  if (place.type !== 'aws_autoscaling_group') return place;
  const [, name] = place.address.split('.');
  for (const [file, text] of place.texts) {
    const at = text.search(new RegExp(`"aws_autoscaling_group"\\s+"${name?.replaceAll(/[^\w-]/g, '') ?? ''}"`));
    const template = at === -1 ? undefined : /\baws_launch_template\.([\w-]+)\.(?:id|name)\b/.exec(text.slice(at, at + 4000))?.[1];
    if (template === undefined) continue;
    const home = [...place.texts].find(([, each]) => new RegExp(`"aws_launch_template"\\s+"${template}"`).test(each))?.[0] ?? file;
    return { ...place, file: home, type: 'aws_launch_template', address: `aws_launch_template.${template}` };
  }
  return place;
}

function switched(place: EditedPlace, edits: readonly FixEdit[]): readonly PathEdit[] {
  return edits.length === 0 ? [] : [writing(place, edits)];
}

function writing({ format, file, address, texts: own }: EditedPlace, edits: readonly FixEdit[]): PathEdit {
  return (changed) => editCode(together(own, changed), { format, file, address }, edits);
}

function removing({ format, file, address, texts: own }: EditedPlace): PathEdit {
  return (changed) => removeResource(together(own, changed), { format, file, address });
}

function together(own: Texts, changed: Texts): Texts {
  return new Map([...own.keys()].map((each) => [each, changed.get(each) ?? own.get(each) ?? '']));
}
