/** What the methods, routes and integrations of an API say of it. */
import type { EntityMap, Estate } from '@kumomori/model';
import { isUndecided } from '@kumomori/model';

type Front = EntityMap['aws.front'];
type Way = EntityMap['aws.front-way'];

export interface FrontWays {
  /** Callers of every way must sign in, as the weakest of them asks; null: not told. */
  readonly login: string | null;
  readonly targets: readonly string[];
}

/** From the weakest. */
const LOGINS = ['none', 'authorizer', 'policy', 'iam'] as const;

export function frontWays(estate: Estate): (front: Front) => FrontWays {
  const byFront = Map.groupBy(estate.all('aws.front-way'), ({ front }) => (typeof front === 'string' ? front : ''));
  return (front) => {
    const own = [...new Set([front.id, ...front.names])].flatMap((name) => byFront.get(name) ?? []);
    const written = isUndecided(front.login) ? null : front.login;
    const named = [...front.targets.items, ...own.flatMap(({ targets }) => targets.items)];
    // A link stands for what is behind it; listeners for their load balancers.
    const targets = named.flatMap((name) => {
      const links = estate.named('aws.front-way', name).flatMap(({ targets: behind }) => behind.items);
      const listeners = estate.named('aws.listener', name).flatMap(({ balancer }) => (typeof balancer === 'string' ? [balancer] : []));
      return [...(links.length > 0 ? links : [name]), ...listeners];
    });
    return { login: written === undefined ? loginOf(own) : written, targets: [...new Set(targets)] };
  };
}

function loginOf(ways: readonly Way[]): string | null {
  const asked = ways.filter(({ login }) => login !== undefined);
  // One that is open decides, whatever the others are.
  if (asked.some(({ login }) => isUndecided(login)) && !asked.some(({ login }) => login === 'none')) return null;
  return LOGINS.find((each) => asked.some(({ login }) => login === each)) ?? null;
}
