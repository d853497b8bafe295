import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { SsmDocument } from './shape.ts';

/** Whom a document is shared with is not in any template. */
export const live = defineLive<SsmDocument>({
  ...cloudformation,
  read: (document, context) => ({ ...cloudformation.read(document, context), sharedWith: document.strings('AccountIds') }),
});
