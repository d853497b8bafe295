import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import type { Observation } from './shape.ts';

export const arm = defineArm<Observation>({
  types: [],
  anchor: (context) => context.all('Microsoft.Web/sites')[0] ?? null,
  read(anchor, context) {
    const components = ['Microsoft.Insights/components', 'microsoft.insights/components'].flatMap((type) => context.all(type));
    const component = components.find(isSeen);
    return { hasComponent: component ? explicit(true, component.place) : (unseenAmong(components) ?? byDefault(false, anchor.place)) };
  },
});
