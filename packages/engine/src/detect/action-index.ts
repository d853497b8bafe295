/** Which actions a rule can match at all: rules are looked up by what happened instead of all being asked about every event. */
import type { Predicate } from './ir.ts';

/** Actions in lower case of which one has to be there for the predicate to hold; null when it may hold for any. */
export function actionsOf(predicate: Predicate, isAction: (field: string) => boolean): ReadonlySet<string> | null {
  switch (predicate.kind) {
    case 'field':
      if (predicate.test.kind !== 'texts' || !isAction(predicate.field)) return null;
      return new Set(predicate.test.texts.map((text) => text.toLowerCase()));
    case 'and': {
      let smallest: ReadonlySet<string> | null = null;
      for (const part of predicate.parts) {
        const actions = actionsOf(part, isAction);
        if (actions && (smallest === null || actions.size < smallest.size)) smallest = actions;
      }
      return smallest;
    }
    case 'or': {
      const all = new Set<string>();
      for (const part of predicate.parts) {
        const actions = actionsOf(part, isAction);
        if (!actions) return null;
        for (const action of actions) all.add(action);
      }
      return all;
    }
    default:
      return null;
  }
}
