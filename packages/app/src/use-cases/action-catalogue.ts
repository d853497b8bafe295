/** The catalogue of IAM actions, made once. */
import { loadIamActions } from '@kumomori/content';
import type { ActionCatalogue, ActionCatalogueData } from '@kumomori/engine';
import { createActionCatalogue } from '@kumomori/engine';

let known: Promise<ActionCatalogue | null> | null = null;

/** Null in a checkout without the data package: then actions are compared by their texts alone. */
export function actionCatalogue(): Promise<ActionCatalogue | null> {
  known ??= load();
  return known;
}

async function load(): Promise<ActionCatalogue | null> {
  const text = await loadIamActions();
  // Written by scripts/iam-actions.ts in exactly this shape.
  return text === null ? null : createActionCatalogue(JSON.parse(text) as ActionCatalogueData);
}
