import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform, stringList } from '../../../code/index.ts';
import { textCredential } from '../../../secrets/index.ts';
import { sessionSettings } from '../session-settings.ts';
import type { SsmDocument } from './shape.ts';

export const terraform = defineTerraform<SsmDocument>({
  types: ['aws_ssm_document'],
  identity: ['name'],
  read: (document) => ({
    type: document.string('document_type', { required: true }),
    sharedWith: sharedWith(document),
    credential: textCredential(document.value('content'), document.placeOf('content')),
    session: sessionSettings(document, 'content'),
  }),
});

/** A map of two texts: `type = "Share"` and `account_ids = "All"`, or ids with commas between. */
function sharedWith(document: BlockReader): ListNode<string> {
  const permissions = document.block('permissions');
  const value = permissions.value('account_ids');
  if (value?.kind !== 'string') return permissions.strings('account_ids');
  const ids = value.value.split(',').map((id) => ({ ...value, value: id.trim() }));
  return stringList({ ...value, kind: 'list', items: ids, rest: null }, permissions.placeOf('account_ids'));
}
