/** Sets of actions as people write them: `s3:*`, `s3:Get*`, names. */
import type { ActionCatalogue } from '../aws/index.ts';

/** Shortest exact texts for a set of actions (numbers of the catalogue). Sorted. O(actions of the services). */
export function actionTexts(catalogue: ActionCatalogue, actions: readonly number[]): readonly string[] {
  if (actions.length === catalogue.size) return ['*'];
  const chosen = new Set(actions);
  const texts: string[] = [];
  for (const [service, own] of Map.groupBy(actions, (index) => serviceOf(catalogue, index))) {
    const all = actionsOf(catalogue, service);
    if (all.length === own.length) {
      texts.push(`${service}:*`);
      continue;
    }
    for (const [verb, some] of Map.groupBy(own, (index) => verbOf(catalogue.info(index).action))) {
      const sameVerb = all.filter((index) => catalogue.info(index).action.startsWith(`${service}:${verb}`));
      if (some.length > 2 && sameVerb.length === some.length && sameVerb.every((index) => chosen.has(index)))
        texts.push(`${service}:${verb}*`);
      else for (const index of some) texts.push(catalogue.info(index).action);
    }
  }
  return texts.toSorted();
}

function serviceOf(catalogue: ActionCatalogue, index: number): string {
  return catalogue.names[index]?.split(':')[0] ?? '';
}

/** Names are sorted, so a service is one range. */
function actionsOf(catalogue: ActionCatalogue, service: string): readonly number[] {
  const prefix = `${service}:`;
  let low = 0;
  let high = catalogue.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((catalogue.names[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let index = low; catalogue.names[index]?.startsWith(prefix); index++) found.push(index);
  return found;
}

/** `s3:GetObject` → `Get`. */
function verbOf(action: string): string {
  return /:([A-Z][a-z]*)/.exec(action)?.[1] ?? action.slice(action.indexOf(':') + 1);
}
