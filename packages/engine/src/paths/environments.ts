/** Ways from development to production, which are told even where they are rights. */
import type { Entry, Goal } from './ends.ts';
import type { Compiled, Found } from './tell.ts';
import { waysAcross } from './search.ts';
import { isDevelopment, isProduction } from './stages.ts';
import { isPrecious } from './store-rules.ts';

interface Crossing {
  readonly entries: readonly Entry[];
  readonly goals: readonly Goal[];
  readonly retracted: Uint8Array;
}

/** From principals and from code in development to data in production. Nothing is asked where tags say of nothing that it is in production. */
export function crossings(compiled: Compiled, { entries, goals, retracted }: Crossing): readonly Found[] {
  const { world, facts } = compiled;
  const real = goals.filter(({ environment, dataClass }) => isProduction(environment) && isPrecious(dataClass));
  if (real.length === 0) return [];
  const principals = entries.filter(({ id }) => isDevelopment(world.principals.get(id)?.environment ?? null));
  const workloads = world.inputs.workloads.flatMap(({ id, node, account, environment }): readonly Entry[] => {
    const fact = isDevelopment(environment) ? facts.find('run', id) : undefined;
    return fact === undefined ? [] : [{ kind: 'workload', id, node, fact, isPrincipal: false, accessClass: null, isAdmin: false, account }];
  });
  return waysAcross(compiled, { entries: [...principals, ...workloads], goals: real, retracted });
}
