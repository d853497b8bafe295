import type { BlockReader } from '../../code/index.ts';
import type { ListNode } from '../../node.ts';

/** `command` and then `args`: what the container runs with, as far as the manifest says. */
export function argumentsOf(container: BlockReader): ListNode<string> {
  const command = container.strings('command');
  const args = container.strings('args');
  return { node: 'list', items: [...command.items, ...args.items], rest: command.rest ?? args.rest, place: command.place };
}
