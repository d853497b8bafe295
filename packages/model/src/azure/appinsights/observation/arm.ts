import { byDefault, defineArm, explicit } from '../../../code/index.ts';
import type { Observation } from './shape.ts';

export const arm = defineArm<Observation>({
  types: [],
  anchor: (context) => context.all('Microsoft.Web/sites')[0] ?? null,
  read(anchor, context) {
    const [component] = ['Microsoft.Insights/components', 'microsoft.insights/components'].flatMap((type) => context.all(type));
    return { hasComponent: component ? explicit(true, component.place) : byDefault(false, anchor.place) };
  },
});
