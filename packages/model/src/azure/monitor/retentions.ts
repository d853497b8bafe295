import type { BlockReader, ListNode } from '../../code/index.ts';
import { object } from '../../code/index.ts';
import type { LogRetention } from './diagnostic-setting/shape.ts';

/** The retention policies of the logs that are sent; those of logs that are switched off keep nothing. */
export function retentionsOf(setting: BlockReader, blocks: readonly string[], policy: string): ListNode<LogRetention> {
  const written = blocks.map((type) => setting.blocks(type));
  const items = written
    .flatMap(({ readers }) => readers)
    .filter((log) => log.boolean('enabled', { default: true }).value !== false)
    .flatMap((log) => log.blocks(policy).readers.map((block) => ({ block, uncertain: log.uncertain || block.uncertain })))
    .map(({ block, uncertain }) => ({
      node: object<LogRetention>(
        { isEnabled: block.boolean('enabled', { default: false }), days: block.number('days', { default: 0 }) },
        block.place,
      ),
      uncertain,
    }));
  return { node: 'list', items, rest: written.find(({ rest }) => rest)?.rest ?? null, place: setting.place };
}
