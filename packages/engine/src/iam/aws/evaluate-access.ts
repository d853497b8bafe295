/** One line of `iam evaluate`: everything at once. */
import type { ActionCatalogue } from './catalogue.ts';
import { decideWithCondition } from './decide.ts';
import { explain } from './explain.ts';
import { compileLayers } from './layers.ts';
import { prepareRequest } from './request.ts';
import type { AccessInput, Decision } from './types.ts';

/** Pure; the mode is `strict` when none is given. See types.ts for what the parts mean. */
export function evaluateAccess(input: AccessInput, catalogue: ActionCatalogue | null): Decision {
  const layers = compileLayers(input.policies, input.settings);
  const request = prepareRequest(input.request, { catalogue, mode: input.mode ?? 'strict' });
  return { ...decideWithCondition(layers, request), because: explain(layers, request) };
}
