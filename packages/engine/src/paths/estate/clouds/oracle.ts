/** Permissions of Kubernetes, Google Cloud and Azure as the reasoning asks for them. */
import { hangsOnUnknownRole } from '../../../iam/clouds/index.ts';
import type { CloudPrincipal, CloudWorld } from '../../../iam/clouds/index.ts';
import type { AccessOracle, PathGrant, PathSetting } from '../../inputs.ts';
import type { Building } from '../context.ts';
import { conditionFrom, settingFrom } from './parts.ts';

/** Ends the id of what stands for running as a principal: the permissions are about the principal. */
export const RUNNING = '#run';

/** Asks the cloud that knows the action, else the rest. Roles nobody told us of give nothing. */
export function cloudOracle(building: Building, worlds: readonly CloudWorld[], rest: AccessOracle): AccessOracle {
  const byId = new Map<string, readonly [CloudWorld, CloudPrincipal]>(
    worlds.flatMap((world) => world.principals.map((each) => [each.id, [world, each]] as const)),
  );
  const cloudActions = new Map<string, boolean>();
  const isOfCloud = (action: string): boolean => {
    const known = cloudActions.get(action) ?? worlds.some((world) => world.knows(action));
    cloudActions.set(action, known);
    return known;
  };
  return (question) => {
    const { principal: id, action, objects } = question;
    const [world, principal] = byId.get(id) ?? [];
    if (!world || !principal) return isOfCloud(action) ? [] : rest(question);
    if (!world.knows(action)) return [];
    const found = new Map<string, { readonly ids: string[]; readonly grant: Omit<PathGrant, 'on'> }>();
    for (const object of objects) {
      const name = object.id.endsWith(RUNNING) ? object.id.slice(0, -RUNNING.length) : object.id;
      const { decision, condition, because } = (world.decideForAttack ?? world.decide).call(world, principal, action, name);
      if (decision !== 'allow' || hangsOnUnknownRole(condition)) continue;
      const allows = because.filter(({ effect }) => effect === 'allow');
      const settings: readonly (PathSetting | null)[] = allows.length === 0 ? [null] : allows.map((each) => settingFrom(building, each));
      const open = conditionFrom(condition);
      for (const setting of settings) {
        const key = JSON.stringify([setting?.id ?? null, open?.text ?? null]);
        const known = found.get(key);
        if (known) known.ids.push(object.id);
        else found.set(key, { ids: [object.id], grant: { condition: open, setting, evidence: setting?.evidence ?? [] } });
      }
    }
    return [...found.values()].map(({ ids, grant }) => ({ ...grant, on: ids.length === objects.length ? 'all' : ids }));
  };
}
