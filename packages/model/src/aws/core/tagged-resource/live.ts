import { defineLive } from '../../../code/index.ts';
import { unaskedTags } from '../unasked-tags.ts';
import { cloudformation } from './cloudformation.ts';
import type { TaggedResource } from './shape.ts';

/** All but those whose tags nobody asked for: log groups, alarms, parameters. */
export const live = defineLive<TaggedResource>({
  ...cloudformation,
  accepts(block) {
    const tags = block.value('Tags');
    return tags?.kind !== 'unknown' || tags.reason.detail !== unaskedTags.detail;
  },
});
