/** What calls about the things of a listing ask for. */
import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCallScope } from './service.ts';

type Input = (item: Json, scope: AwsCallScope) => JsonObject | null;

/** The thing that a member names: `named('FunctionName')`; where the request calls it otherwise: `named('Name', 'ClusterName')`. */
export function named(path: string, parameter: string = path, more: JsonObject = {}): Input {
  return (item) => {
    const name = textOf(item, path);
    return name === undefined ? null : { [parameter]: name, ...more };
  };
}

/** The thing that several members name together. */
export function namedBy(...paths: readonly string[]): Input {
  return (item) => {
    const names = paths.map((path) => [path, textOf(item, path)] as const);
    return names.some(([, name]) => name === undefined) ? null : Object.fromEntries(names.map(([path, name]) => [path, name ?? null]));
  };
}

/** Of listings that hold nothing but names. */
export function itself(parameter: string, more: JsonObject = {}): Input {
  return (item) => (typeof item === 'string' ? { [parameter]: item, ...more } : null);
}

/** Many at once; `path`: the member that names each, without it they are names. */
export function together(parameter: string, { path, ...more }: { readonly path?: string } & JsonObject = {}): Input {
  return (items) => {
    const names = (Array.isArray(items) ? (items as readonly Json[]) : []).flatMap((item) => {
      const name = path === undefined ? item : textOf(item, path);
      return typeof name === 'string' ? [name] : [];
    });
    return names.length === 0 ? null : { [parameter]: names, ...more };
  };
}
