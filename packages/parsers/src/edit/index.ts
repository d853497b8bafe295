/** Edits of infrastructure code as text: what an operation of a fix changes, and nothing else. No evaluation, no proof. */
import type { EditedFormat, FixEdit } from '@kumomori/model';
import { parseHcl } from '../hcl/index.ts';
import { readYamlDocuments } from '../documents/index.ts';
import type { EditOutcome, Texts } from './edit.ts';
import { Refused } from './edit.ts';
import { parseBicep } from '../bicep/index.ts';
import { isDockerfileName, parseDockerfile } from '../dockerfile/index.ts';
import { editStage } from './dockerfile.ts';
import { editDocument } from './documents.ts';
import { withoutDocument, withoutTerraform } from './remove.ts';
import { editTerraform } from './terraform.ts';

export type { EditOutcome, RefusalCode, Texts } from './edit.ts';
export { armOrdinal } from './documents.ts';
export { placeAt } from './locate.ts';
export type { WrittenPlace, WrittenStatement, WrittenTexts } from './locate.ts';

export interface EditTarget {
  readonly format: EditedFormat;
  readonly file: string;
  /** As findings name it: `module.logs.aws_s3_bucket.this[0]`, `Stack/Orders`, `shop/Deployment/web`. */
  readonly address: string;
  /** ARM and Bicep: which resource of the file it is (`armOrdinal`); null or missing: by type and name. */
  readonly nth?: number | null;
}

/**
 * The texts with edits of one resource carried out, or why they are not. `texts`: the resource's file; for Terraform the other files of its
 * module too. Nothing is done twice: what is as wanted stays untouched. O(length of the files · edits).
 */
export function editCode(texts: Texts, target: EditTarget, edits: readonly FixEdit[]): EditOutcome {
  return outcomeOf(texts, () => editedTexts(texts, target, edits));
}

/** The texts without a whole resource; refused where others refer to it or where it stands for several. O(length of the files). */
export function removeResource(texts: Texts, { format, file, address }: EditTarget): EditOutcome {
  return outcomeOf(texts, () => {
    if (format === 'terraform') return withoutTerraform(texts, file, address);
    if (format !== 'cloudformation' && format !== 'kubernetes') throw new Refused('unsupported', `a resource of the format ${format}`);
    const text = texts.get(file);
    if (text === undefined) throw new Refused('not-found', file);
    return new Map(texts).set(file, withoutDocument(file, text, { format, address }));
  });
}

function outcomeOf(texts: Texts, edit: () => Texts): EditOutcome {
  try {
    const edited = edit();
    return { kind: 'edited', changed: new Map([...edited].filter(([file, text]) => texts.get(file) !== text)) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function editedTexts(texts: Texts, { format, file, address, nth = null }: EditTarget, edits: readonly FixEdit[]): Texts {
  const text = texts.get(file);
  if (text === undefined) throw new Refused('not-found', file);
  if (format === 'dockerfile') return new Map(texts).set(file, editedStage(file, text, address, edits));
  if (format !== 'terraform') return new Map(texts).set(file, editDocument(file, text, { format, address, nth }, edits));
  return editTerraform(texts, { file, address }, edits);
}

function editedStage(file: string, text: string, address: string, edits: readonly FixEdit[]): string {
  return edits.reduce((edited, edit) => {
    if ('call' in edit || 'instruction' in edit || 'variable' in edit) return editStage(file, edited, address, edit);
    throw new Refused('unsupported', 'an edit of another format');
  }, text);
}

/** The comments of a file, each as it is written; none in JSON. */
export function commentsIn(file: string, text: string): readonly string[] {
  if (/\.(?:tf|tofu|tfvars)$/.test(file)) return parseHcl({ path: file, text }).comments.map((each) => each.text.trim());
  if (file.endsWith('.bicep')) return parseBicep({ path: file, text }).comments.map((each) => each.text.trim());
  if (isDockerfileName(file)) return parseDockerfile({ path: file, text }).comments.map((each) => each.text.trim());
  if (/^[\s\uFEFF]*[{[]/.test(text)) return [];
  return readYamlDocuments({ path: file, text }).comments.map((each) => each.text.trim());
}
