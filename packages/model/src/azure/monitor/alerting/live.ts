import { defineLive } from '../../../code/index.ts';
import { isSeen } from '../../core/index.ts';
import { arm } from './arm.ts';
import type { Alerting } from './shape.ts';

/** A live subscription without any alert tells nobody of anything. */
export const live = defineLive<Alerting>({
  ...arm,
  anchor: (context) => context.all('Microsoft.Resources/subscriptions').find(isSeen) ?? null,
});
