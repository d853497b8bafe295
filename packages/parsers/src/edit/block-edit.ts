/** Edits that every form of writing knows: what they mean, whatever the text is. */
import type { AppendEdit, DropEdit, FixEdit, RemoveEdit, SetEdit } from '@kumomori/model';
import type { PathStep } from './path.ts';

export type BlockEdit = SetEdit | RemoveEdit | AppendEdit | DropEdit;

export function isBlockEdit(edit: FixEdit): edit is BlockEdit {
  return 'set' in edit || 'remove' in edit || 'append' in edit || 'drop' in edit;
}

/** What stands at a number is gone at once: after that another one stands there. */
export function isOne(edit: BlockEdit, steps: readonly PathStep[]): boolean {
  return 'remove' in edit && steps.at(-1)?.select?.kind === 'index';
}

/** Whether an edit writes what is not there yet. */
export function makes(edit: BlockEdit): edit is SetEdit | AppendEdit {
  return 'append' in edit || ('set' in edit && edit.ifThere !== true);
}

/** How many places of one edit are changed. */
export const MAX_PLACES = 200;

/** `module.logs["eu"].aws_s3_bucket.this[0]` → `resource`, `aws_s3_bucket`, `this` */
export function headOf(address: string): readonly string[] {
  const names = address.replaceAll(/\[(?:"[^"]*"|[^\]"]*)\]/g, '').split('.');
  while (names[0] === 'module' && names.length > 2) names.splice(0, 2);
  return names[0] === 'module' || names[0] === 'data' || names[0] === 'provider' ? names : ['resource', ...names];
}
