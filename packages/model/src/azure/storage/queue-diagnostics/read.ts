import type { BlockReader, FieldsOf, ReaderContext } from '../../../code/index.ts';
import { byDefault, explicit } from '../../../code/index.ts';
import { collectedCategories, isForService } from '../../core/index.ts';
import type { QueueDiagnostics } from './shape.ts';

/** The same in both formats. `target`: the attribute that says of what it is. */
export function queueDiagnostics(
  target: string,
  types: readonly string[],
): {
  accepts(setting: BlockReader): boolean;
  read(setting: BlockReader, context: ReaderContext): FieldsOf<QueueDiagnostics>;
} {
  return {
    accepts: (setting) => isForService(setting, 'queueServices'),
    read: (setting, context) => ({
      hasAccount:
        context.targets(setting.value(target), types).length > 0
          ? explicit(true, setting.placeOf(target))
          : byDefault(false, setting.place),
      categories: collectedCategories(setting),
    }),
  };
}
