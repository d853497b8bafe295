/** The objects that parametrize a policy. */
import type { AdmissionBinding, AdmissionPolicy, Manifest, Text } from '@kumomori/model';
import { labelsOf, selects } from './selectors.ts';

interface Asked {
  readonly policy: AdmissionPolicy;
  readonly binding: AdmissionBinding | null;
  readonly known: readonly Manifest[];
  /** Of the object that is judged. */
  readonly namespace: string | null;
}

export type FoundParams =
  /** Each is judged with; null where the policy has none. */
  | { readonly kind: 'found'; readonly found: readonly (Manifest | null)[] }
  /** They may be in the cluster. */
  | { readonly kind: 'unknown'; readonly why: Text };

/** Params that no manifest holds may be in the cluster: what then happens is not known, unless both ways end the same. */
export function paramsOf({ policy: { paramKind }, binding, known, namespace }: Asked): FoundParams {
  if (paramKind === null) return { kind: 'found', found: [null] };
  if (binding === null) return { kind: 'unknown', why: unbound };
  const { paramRef } = binding;
  if (paramRef === null) return { kind: 'found', found: [null] };
  const wanted = paramRef.namespace ?? namespace;
  const ofKind = known.filter(
    (each) =>
      each.kind === paramKind.kind &&
      each.apiVersion === paramKind.apiVersion &&
      (each.namespace === null || wanted === null || each.namespace === wanted),
  );
  const found = ofKind.filter(({ name, value }) =>
    paramRef.name === null ? selects(paramRef.selector ?? [], labelsOf(value)) === true : name === paramRef.name,
  );
  if (found.length > 0) return { kind: 'found', found };
  return { kind: 'unknown', why: absent(`${paramKind.kind} ${paramRef.name ?? '*'}`, paramRef.ifNotFound) };
}

const unbound: Text = { en: 'no binding says with which params', ja: 'パラメーターを指定するバインディングがありません' };

function absent(name: string, ifNotFound: 'Allow' | 'Deny'): Text {
  return {
    en: `the params ${name} are not among the manifests; without them the binding would ${ifNotFound === 'Allow' ? 'let it pass' : 'fail'}`,
    ja: `パラメーター ${name} がマニフェストにありません。存在しない場合、バインディングは${ifNotFound === 'Allow' ? '許可します' : '失敗します'}`,
  };
}
