import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineLive, explicit } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import { arm } from './arm.ts';
import type { Lockable } from './shape.ts';

/** A lock guards everything below what it extends: a resource, its group, the subscription. */
export const live = defineLive<Lockable>({
  ...arm,
  read: (resource, context) => ({ isLocked: isLocked(resource, context), tags: context.tags(resource) }),
});

/** O(locks) for each resource: there are few. */
function isLocked(resource: BlockReader, context: ReaderContext): Leaf<boolean> {
  const locks = context.all('Microsoft.Authorization/locks');
  const id = `${resource.string('id').value?.toLowerCase() ?? ''}/`;
  const own = locks.filter(isSeen).find((lock) => {
    const scope = lock.string('scope').value?.toLowerCase();
    return scope === undefined || id.startsWith(`${scope}/`);
  });
  return own ? explicit(true, own.place) : (unseenAmong(locks) ?? byDefault(false, resource.place));
}
