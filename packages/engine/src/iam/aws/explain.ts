/** The second pass: which statement of which layer made the decision, or what each layer lacks. Agrees with decide.ts, which it asks first. */
import { numbers } from './algebra.ts';
import type { Scope } from './combine.ts';
import { isAlwaysAllowed, isOwnersRescue, scopeOf, sessionOf, waysOfResource } from './combine.ts';
import type { CompiledPolicy } from './compile.ts';
import { decideWithCondition } from './decide.ts';
import type { LayerToExplain } from './explain-layer.ts';
import { allowsIn, deniesIn, missesIn } from './explain-layer.ts';
import { explainOverlays, explainResourceGrants } from './explain-overlays.ts';
import type { CompiledLayers, CompiledLevel } from './layers.ts';
import type { Reading } from './match.ts';
import { isOfAccount } from './principal.ts';
import type { PreparedRequest } from './request.ts';
import type { Three } from '../three.ts';
import { NO, YES, both, either } from '../three.ts';
import type { Because, DecisionName, LayerName } from './types.ts';

/**
 * Steps in the order identity, resource, boundary, session, SCP, RCP, endpoint. A few microseconds to some milliseconds; for decisions that are
 * shown. `decided`: what decideWithCondition says of the same, where it was asked already.
 */
export function explain(layers: CompiledLayers, request: PreparedRequest, decided?: DecisionName): readonly Because[] {
  if (isAlwaysAllowed(request)) return [{ layer: 'service', effect: 'allow', reason: 'always-allowed', matched: ['action'] }];
  const scope = scopeOf(layers, request);
  const parts = layersToExplain(layers, request, scope);
  const decision = decided ?? decideWithCondition(layers, request).decision;
  const denies = [...explainOverlays(layers, request), ...parts.flatMap(deniesIn)];
  if (decision === 'explicit-deny') return denies;
  return [...reasons(layers, { request, scope, parts, isAllowed: decision === 'allow' }), ...denies];
}

interface Explained {
  readonly request: PreparedRequest;
  readonly scope: Scope;
  readonly parts: readonly LayerToExplain[];
  readonly isAllowed: boolean;
}

function layersToExplain(layers: CompiledLayers, request: PreparedRequest, scope: Scope): readonly LayerToExplain[] {
  const made = (layer: LayerName, reading: Reading, policies: readonly CompiledPolicy[] | null): readonly LayerToExplain[] =>
    policies === null ? [] : [{ layer, policies, level: null, reader: { reading, request, hasBoundary: layers.boundary !== null } }];
  const levels = (layer: 'scp' | 'rcp', reading: Reading, all: readonly CompiledLevel[]): readonly LayerToExplain[] =>
    all.flatMap(({ level, policies, isOpen }) => made(layer, reading, policies).map((each) => ({ ...each, level, isOpen })));
  return [
    ...(scope.identity ? made('identity', 'plain', layers.identity) : []),
    ...(isOwnersRescue(request) ? [] : made('resource', 'resource', layers.resource)),
    ...(scope.identity ? [...made('boundary', 'plain', layers.boundary), ...made('session', 'plain', sessionOf(layers, request))] : []),
    ...(scope.scp ? levels('scp', 'plain', layers.scp) : []),
    ...(scope.rcp ? levels('rcp', 'filter', layers.rcp) : []),
    ...made('vpce', 'filter', layers.vpce),
  ];
}

function reasons(layers: CompiledLayers, { request, scope, parts, isAllowed }: Explained): readonly Because[] {
  const ways = waysOfResource(numbers, layers, request);
  const needs = sidesOf(request, scope, { ...ways, limited: limitedBy(parts) });
  const found: Because[] = [];
  if (needs.root) found.push({ layer: 'service', effect: 'allow', reason: 'root-user', matched: ['principal'] });
  const hasResource = parts.some(({ layer, policies }) => layer === 'resource' && policies.length > 0);
  for (const part of parts) {
    const isOwnSide = part.layer === 'identity' || part.layer === 'boundary' || part.layer === 'session';
    if (isOwnSide && !needs.own && isAllowed) continue;
    if (part.layer === 'resource' && !needs.resource && isAllowed) continue;
    const allows = part.isOpen === true ? [] : allowsIn(part);
    if (part.isOpen === true) continue;
    // A guard needs one statement; of what grants, every statement is worth knowing.
    found.push(...(part.layer === 'identity' || part.layer === 'resource' ? allows : allows.slice(0, 1)));
    if (allows.length === 0 && !isAllowed && isWorthTelling(part, needs)) found.push(...missesIn(part));
  }
  if (needs.resource || !isAllowed) found.push(...explainResourceGrants(layers, request));
  if (!isAllowed) found.push(...whyNotEnough({ request, ways, hasResource }));
  return found;
}

interface Sides {
  /** The identity's own side decides. */
  readonly own: boolean;
  /** The resource's side decides. */
  readonly resource: boolean;
  readonly root: boolean;
}

type Ways = ReturnType<typeof waysOfResource<Three>>;

function sidesOf(request: PreparedRequest, scope: Scope, ways: Ways & { readonly limited: Three }): Sides {
  const { principal, isSameAccount, isTrustOrKey } = request;
  if (!isOfAccount(principal)) return { own: false, resource: true, root: false };
  if (!scope.identity) {
    const root = isSameAccount && !isTrustOrKey;
    return { own: false, resource: !root, root };
  }
  if (!isSameAccount || isTrustOrKey) {
    const isNamed = isSameAccount && named(ways) === YES;
    return { own: !isNamed, resource: true, root: false };
  }
  return { own: named(ways) !== YES, resource: named(ways) !== NO, root: false };
}

function named({ direct, user, role, limited }: Ways & { readonly limited: Three }): Three {
  return either(direct, either(user, both(role, limited)));
}

function limitedBy(parts: readonly LayerToExplain[]): Three {
  return parts.reduce<Three>((least, part) => {
    if (part.layer !== 'boundary' && part.layer !== 'session') return least;
    return allowsIn(part).length > 0 ? least : NO;
  }, YES);
}

/** In the same account the resource's policy need not say anything, unless it has to. */
function isWorthTelling({ layer, policies }: LayerToExplain, needs: Sides): boolean {
  if (layer === 'resource') return policies.length > 0;
  return needs.own || (layer !== 'identity' && layer !== 'boundary' && layer !== 'session');
}

/** What no single statement says: the resource's policy names only the account, or there is none where one is needed. */
function whyNotEnough(asked: {
  readonly request: PreparedRequest;
  readonly ways: Ways;
  readonly hasResource: boolean;
}): readonly Because[] {
  const { request, ways, hasResource } = asked;
  const { isSameAccount, isTrustOrKey, principal } = request;
  const none = { layer: 'resource', effect: 'none', matched: [] } as const;
  const direct = either(ways.direct, either(ways.user, ways.role));
  const isNeeded = !isSameAccount || isTrustOrKey;
  if (!hasResource && isNeeded && direct === NO && ways.account === NO) return [{ ...none, reason: 'no-policy' }];
  if (ways.account !== NO && direct === NO && isSameAccount && isOfAccount(principal)) return [{ ...none, reason: 'only-delegates' }];
  if (hasResource && isTrustOrKey && isSameAccount && ways.account === NO && direct === NO) return [{ ...none, reason: 'not-delegated' }];
  return [];
}
