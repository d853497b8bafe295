/** The layers of policies around one principal and one resource, compiled. */
import type { CompiledPolicy } from './compile.ts';
import { compilePolicy } from './compile.ts';
import type { CompiledSettings } from './settings.ts';
import { compileSettings } from './settings.ts';
import type { AccessSettings, PolicyLayerInput, PolicyLayers, PolicyLevel } from './types.ts';

export interface CompiledLevel {
  readonly level: string;
  readonly policies: readonly CompiledPolicy[];
  /** Resource control policies only: AWS's full-access policy is attached to every level and cannot be detached, so a level that has no Allow at all was given without it. */
  readonly isOpen: boolean;
}

/** Put together by `compileLayers`, or by hand from compiled policies when many principals meet many resources. Null: there is no such layer. */
export interface CompiledLayers {
  readonly identity: readonly CompiledPolicy[];
  readonly resource: readonly CompiledPolicy[] | null;
  readonly boundary: readonly CompiledPolicy[] | null;
  readonly session: readonly CompiledPolicy[] | null;
  readonly scp: readonly CompiledLevel[];
  readonly rcp: readonly CompiledLevel[];
  readonly vpce: readonly CompiledPolicy[] | null;
  readonly settings: CompiledSettings;
}

export function compileLayers(layers: PolicyLayers, settings: AccessSettings = {}): CompiledLayers {
  const resource = optional(layers.resource);
  return {
    identity: layers.identity.map(compilePolicy),
    resource,
    boundary: optional(layers.boundary),
    session: optional(layers.session),
    scp: (layers.scp ?? []).map(compileLevel),
    rcp: (layers.rcp ?? []).map(compileRcpLevel),
    vpce: optional(layers.vpce),
    settings: compileSettings(settings, resource),
  };
}

function optional(layer: PolicyLayerInput): readonly CompiledPolicy[] | null {
  if (layer === null || layer === undefined) return null;
  return Array.isArray(layer) ? layer.map(compilePolicy) : [compilePolicy(layer)];
}

export function compileLevel({ level, policies }: PolicyLevel): CompiledLevel {
  return { level, policies: policies.map(compilePolicy), isOpen: false };
}

export function compileRcpLevel(level: PolicyLevel): CompiledLevel {
  const compiled = compileLevel(level);
  const isOpen = compiled.policies.every(({ statements }) => statements.every(({ effect }) => effect === 'Deny'));
  return { ...compiled, isOpen };
}
