import { byDefault, defineLive, explicit } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import type { Subscription } from './shape.ts';

/** A live subscription is always there to be judged. */
export const live = defineLive<Subscription>({
  types: [],
  anchor: (context) => context.all('Microsoft.Resources/subscriptions').find(isSeen) ?? null,
  read(anchor, context) {
    const [settings, profiles] = ['Microsoft.Insights/diagnosticSettings', 'Microsoft.Insights/logprofiles'].map((type) =>
      context.all(type),
    );
    const own = [
      ...(settings ?? []).filter((setting) => isSeen(setting) && setting.value('scope') === undefined),
      ...(profiles ?? []).filter(isSeen),
    ][0];
    const unseen = unseenAmong([...(settings ?? []), ...(profiles ?? [])]);
    return { exportsActivityLog: own ? explicit(true, own.place) : (unseen ?? byDefault(false, anchor.place)) };
  },
});
