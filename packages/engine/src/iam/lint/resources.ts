/** Lints about Resource and NotResource. Source: IAM User Guide, "IAM JSON policy elements: Resource"; Service Authorization Reference (ARN formats). */
import type { ActionCatalogue, ActionInfo } from '../aws/index.ts';
import { actionSet, actionsIn } from '../aws/index.ts';
import { matchesStars } from '../shared/index.ts';
import { finding, knownTexts } from './reading.ts';
import type { ReadStatement, Scene, Texts } from './reading.ts';
import type { LintFinding } from './types.ts';

const GLOBAL_SERVICES = new Set(['iam', 's3', 'cloudfront', 'route53', 'organizations']);
/** More actions than this in a statement: their resources are too many to look at, and one will fit. */
const MAX_ACTIONS = 400;

export function lintResources(scene: Scene): readonly LintFinding[] {
  return scene.statements.flatMap((statement) => {
    const { resources, notResources, effect, path } = statement;
    return [
      ...[resources, notResources].flatMap((texts) => (texts === null ? [] : formOf(texts, statement, scene))),
      ...(resources === null || scene.catalogue === null ? [] : reach(resources, statement, scene.catalogue)),
      ...(effect === 'Allow' && notResources !== null
        ? [finding('not-resource-in-allow', { statement, path: `${path}.NotResource`, text: notResources.texts.join(', ') })]
        : []),
      ...(scene.kind === 'identity' && scene.catalogue !== null ? writesEverywhere(statement, scene.catalogue) : []),
    ];
  });
}

function formOf(element: Texts, statement: ReadStatement, { kind }: Scene): readonly LintFinding[] {
  const path = `${statement.path}.${element.name}`;
  if (element.texts.length === 0) return [finding('resource-missing', { statement, path })];
  return knownTexts(element).flatMap((text) => {
    if (/^\*+$/.test(text)) return [];
    const parts = text.split(':');
    const [arn, , service = '', region = '', account = ''] = parts;
    if (arn !== 'arn' || (parts.length < 6 && !text.endsWith('*')))
      return kind === 'resource' || kind === 'vpce' ? [] : [finding('arn-malformed', { statement, path, text })];
    const found = (id: 'arn-region-in-global-service' | 'arn-account-in-bucket' | 'variable-before-resource-part') =>
      finding(id, { statement, path, text });
    const isPlainBucket = service === 's3' && !/^(?:accesspoint|storage-lens|job)/.test(parts[5] ?? '');
    return [
      ...(GLOBAL_SERVICES.has(service) && /[a-z]/.test(region) && (service !== 's3' || isPlainBucket)
        ? [found('arn-region-in-global-service')]
        : []),
      ...(isPlainBucket && /^\d{12}$/.test(account) ? [found('arn-account-in-bucket')] : []),
      ...(parts.slice(0, 5).some((part) => part.includes('${')) ? [found('variable-before-resource-part')] : []),
    ];
  });
}

/** Whether an ARN can ever be the resource of one of the statement's actions. */
function reach(element: Texts, statement: ReadStatement, catalogue: ActionCatalogue): readonly LintFinding[] {
  const path = `${statement.path}.Resource`;
  const names = knownTexts(statement.actions);
  if (names.length === 0 || names.length !== statement.actions?.texts.length || names.some((name) => name === '*' || name === '*:*'))
    return [];
  const indices = actionsIn(actionSet(names, catalogue));
  if (indices.length === 0 || indices.length > MAX_ACTIONS) return [];
  const infos = indices.map((index) => catalogue.info(index));
  const withResource = infos.filter(({ resourceTypes }) => resourceTypes.length > 0);
  const services = new Set(infos.map(({ service }) => service));
  const arns = withResource.flatMap(({ resourceTypes }) => resourceTypes.flatMap((type) => type.arns));
  return knownTexts(element).flatMap((text) => {
    if (!text.startsWith('arn:') || text.split(':').length < 6) return [];
    if (withResource.length === 0) return [finding('arn-for-action-without-resource', { statement, path, text, hint: listed(infos) })];
    if (arns.some((template) => canMeet(text, template))) return [];
    const service = text.split(':')[2] ?? '';
    if (services.has('s3') && service === 's3')
      return [finding('bucket-and-objects-mixed-up', { statement, path, text, hint: bucketHint(text) })];
    const isOther = !/[*?]/.test(service) && !arns.some((template) => template.split(':')[2] === service);
    return [finding(isOther ? 'arn-service-not-in-actions' : 'arn-never-matches', { statement, path, text, hint: listed(infos) })];
  });
}

function listed(infos: readonly ActionInfo[]): string {
  return infos
    .slice(0, 3)
    .map(({ action }) => action)
    .join(', ');
}

function bucketHint(text: string): string {
  return text.includes('/') ? (text.split('/')[0] ?? text) : `${text}/*`;
}

/** Could a pattern of the policy and a template of the reference (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`) be one ARN? */
function canMeet(pattern: string, template: string): boolean {
  const wanted = sixParts(pattern.replaceAll(/\$\{[^}]*\}/g, '*'));
  const offered = sixParts(template.replaceAll(/\$\{[^}]*\}/g, '*'));
  return wanted.every((part, at) => meets(part, offered[at] ?? '*'));
}

function sixParts(text: string): readonly string[] {
  const parts = text.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/** Two patterns have a common text: surely when one covers the other's own text, possibly when both have wildcards in the middle. */
function meets(a: string, b: string): boolean {
  if (matchesStars(a.replaceAll('?', '*'), b) || matchesStars(b.replaceAll('?', '*'), a)) return true;
  if (!/[*?]/.test(a) || !/[*?]/.test(b)) return false;
  const head = (text: string): string => /^[^*?]*/.exec(text)?.[0] ?? '';
  const tail = (text: string): string => /[^*?]*$/.exec(text)?.[0] ?? '';
  const heads = head(a).startsWith(head(b)) || head(b).startsWith(head(a));
  return heads && (tail(a).endsWith(tail(b)) || tail(b).endsWith(tail(a)));
}

/** Named writing actions on `*` although they know resources. Wildcards in actions have lints of their own. */
function writesEverywhere(statement: ReadStatement, catalogue: ActionCatalogue): readonly LintFinding[] {
  const { effect, resources, actions, conditions } = statement;
  if (effect !== 'Allow' || conditions.length > 0 || resources?.texts.includes('*') !== true) return [];
  const writing = knownTexts(actions).filter((text) => {
    const index = /[*?]/.test(text) ? undefined : catalogue.indexOf(text);
    if (index === undefined) return false;
    const { accessLevel, resourceTypes } = catalogue.info(index);
    return (accessLevel === 'Write' || accessLevel === 'Permissions management') && resourceTypes.some(({ required }) => required);
  });
  return writing.length === 0
    ? []
    : [finding('write-on-every-resource', { statement, path: `${statement.path}.Resource`, text: writing.join(', ') })];
}
