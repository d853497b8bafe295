/** Kustomizations → the objects that `kustomize build` would print, of the parts that we read ourselves. */
import type { Diagnostic, Value } from '@kumomori/model';
import { diagnosticAt } from '@kumomori/model';
import type { KubernetesObject } from '../object.ts';
import { addressOf } from '../kinds.ts';
import { entryOf } from '../object.ts';
import type { ReadManifests } from '../read-file.ts';
import { generate } from './generators.ts';
import type { Kustomization, Named } from './kustomization.ts';
import { isKustomizationFile, kustomizationOf, resolvePath, textsAt } from './kustomization.ts';
import { applyPatches } from './patches.ts';
import { transform } from './transform.ts';

export interface Files {
  /** Reads a file once; missing files give nothing but a diagnostic. */
  read(path: string): ReadManifests;
  has(path: string): boolean;
  text(path: string): string | null;
}

export interface Overlay {
  readonly folder: string;
  readonly objects: readonly KubernetesObject[];
  /** False: it asks for something that only the program does, and the program's output is not there. */
  readonly isWhole: boolean;
}

/** What the app calls the output of `kustomize build` in the folder of its kustomization. */
export const BUILT_KUSTOMIZATION = 'kustomize-build.yaml';

export interface Kustomized {
  /** Of kustomizations that no other one uses. */
  readonly overlays: readonly Overlay[];
  /** Files that belong to a kustomization and so are no manifests of their own. */
  readonly consumed: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Said {
  readonly code: string;
  readonly message: string;
  readonly severity?: Diagnostic['severity'];
}

/** What a kustomization may ask for that only the kustomize program does. */
const NOT_READ = ['helmCharts', 'helmChartInflationGenerator', 'replacements', 'vars', 'generators', 'transformers'] as const;
/** Those that change objects which we read: then the output of the program stands for all of them. */
const CHANGES_OBJECTS: ReadonlySet<string> = new Set(['replacements', 'vars', 'transformers']);
const MAX_DEPTH = 32;
type Lack = 'nothing' | 'objects' | 'changes';

/** Objects of all builds together. */
const MAX_OBJECTS = 100_000;

/** `paths`: the kustomization files. O(files + objects of each overlay). */
export function kustomize(paths: readonly string[], files: Files): Kustomized {
  const builder = new Builder(paths, files);
  return builder.run();
}

class Builder {
  readonly #files: Files;
  readonly #byFolder = new Map<string, Kustomization>();
  readonly #consumed = new Set<string>();
  readonly #used = new Set<string>();
  readonly #diagnostics: Diagnostic[] = [];
  readonly #said = new Set<string>();
  #left = MAX_OBJECTS;
  /** Of the kustomization that is being built: what we do not read of it, and whether the program did. */
  #lacks: Lack = 'nothing';
  #isBuilt = false;

  constructor(paths: readonly string[], files: Files) {
    this.#files = files;
    for (const path of paths.filter(isKustomizationFile)) {
      const [value] = files.read(path).documents;
      if (value?.kind === 'map') {
        const kustomization = kustomizationOf(path, value);
        this.#byFolder.set(kustomization.folder, kustomization);
      } else this.#sayEmpty(path);
      this.#consumed.add(path);
    }
  }

  #sayEmpty(path: string): void {
    const text = this.#files.text(path);
    if (text === null || text.trim() !== '') return;
    const said = { severity: 'warning', code: 'kustomize', message: 'the kustomization is empty' } as const;
    this.#diagnostics.push(diagnosticAt({ path, text }, 0, said));
  }

  run(): Kustomized {
    for (const each of this.#byFolder.values()) for (const { text } of each.resources) this.#note(each, text);
    for (const each of this.#byFolder.values()) this.#consume(each);
    const roots = [...this.#byFolder.values()].filter(({ folder, isComponent }) => !this.#used.has(folder) && !isComponent);
    const overlays = roots.map((root) => this.#overlay(root));
    return { overlays, consumed: this.#consumed, diagnostics: this.#diagnostics };
  }

  /** Our own reading has the lines of the code; the program's output stands in for what that lacks. */
  #overlay(root: Kustomization): Overlay {
    const { folder } = root;
    const path = `${folder}${BUILT_KUSTOMIZATION}`;
    this.#lacks = 'nothing' as Lack;
    this.#isBuilt = this.#files.has(path);
    const own = this.#build(root, [], 0);
    if (!this.#isBuilt) return { folder, objects: own, isWhole: this.#lacks === 'nothing' };
    this.#consumed.add(path);
    const built = this.#files.read(path).objects;
    if (this.#lacks === 'changes') return { folder, objects: built, isWhole: true };
    const known = new Set(own.map(addressOf));
    return { folder, objects: [...own, ...built.filter((each) => !known.has(addressOf(each)))], isWhole: true };
  }

  #note({ folder }: Kustomization, written: string): void {
    const path = resolvePath(folder, written);
    if (path === null) return;
    const inside = path === '' ? '' : `${path}/`;
    if (this.#byFolder.has(inside) && inside !== folder) this.#used.add(inside);
    else this.#consumed.add(path);
  }

  /** Patches and sources of generators are parts of something else. */
  #consume({ folder, value }: Kustomization): void {
    const written = [
      ...textsAt(value, 'patchesStrategicMerge').map(({ text }) => text),
      ...textsAt(value, 'crds').map(({ text }) => text),
      ...textsAt(value, 'configurations').map(({ text }) => text),
      ...['patches', 'patchesJson6902', 'replacements'].flatMap((key) => pathsIn(entryOf(value, key))),
    ];
    for (const each of written) {
      const path = each.includes('\n') ? null : resolvePath(folder, each);
      if (path !== null) this.#consumed.add(path);
    }
  }

  /** `given`: objects that a component is laid over. */
  #build(kustomization: Kustomization, given: readonly KubernetesObject[], depth: number): readonly KubernetesObject[] {
    if (depth > MAX_DEPTH) {
      this.#say(kustomization, kustomization.value, { code: 'cycle', message: 'kustomizations use each other without end' });
      return given;
    }
    for (const key of NOT_READ) {
      const asked = entryOf(kustomization.value, key);
      const message = `${key} of a kustomization is not read: scan the output of kustomize build`;
      if (asked) this.#lack(kustomization, { at: asked, code: 'kustomize', message, changes: CHANGES_OBJECTS.has(key) });
    }
    let objects = [...given];
    const components: Kustomization[] = [];
    for (const resource of kustomization.resources) {
      const inner = this.#resource(kustomization, resource, depth);
      if (Array.isArray(inner)) objects.push(...inner);
      else if (inner) components.push(inner as Kustomization); // neither a list nor nothing: a component
    }
    objects.push(...generate(kustomization, (path) => this.#files.text(path)));
    this.#left -= objects.length;
    if (this.#left < 0) {
      this.#say(kustomization, kustomization.value, { code: 'limit', message: 'the kustomizations of this TARGET make too many objects' });
      return [];
    }
    for (const component of components) objects = [...this.#build(component, objects, depth + 1)];
    const patched = applyPatches(objects, kustomization, (path) => this.#documents(path));
    for (const each of patched.diagnostics) this.#push(each);
    return transform(patched.objects, kustomization);
  }

  #resource(kustomization: Kustomization, resource: Named, depth: number): readonly KubernetesObject[] | Kustomization | null {
    const path = resolvePath(kustomization.folder, resource.text);
    if (path === null) {
      const message = `${resource.text} is not on this disk: its objects are not judged`;
      this.#lack(kustomization, { at: resource.value, code: 'kustomize-remote', message, changes: false });
      return null;
    }
    const inner = this.#byFolder.get(path === '' ? '' : `${path}/`);
    if (inner && inner !== kustomization) return inner.isComponent ? inner : this.#build(inner, [], depth + 1);
    if (this.#files.has(path)) return this.#files.read(path).objects;
    this.#say(kustomization, resource.value, { code: 'kustomize', message: `${resource.text} does not exist` });
    return null;
  }

  #lack(
    kustomization: Kustomization,
    { at, code, message, changes }: { at: Value; code: string; message: string; changes: boolean },
  ): void {
    if (changes || this.#lacks === 'nothing') this.#lacks = changes ? 'changes' : 'objects';
    if (!this.#isBuilt) this.#say(kustomization, at, { code, message, severity: 'info' });
  }

  #documents(path: string): readonly Value[] | null {
    return this.#files.has(path) ? this.#files.read(path).documents : null;
  }

  #say(kustomization: Kustomization, at: Value, { code, message, severity = 'warning' }: Said): void {
    const source = at.range?.source;
    if (source && at.range) this.#push(diagnosticAt(source, at.range.start, { severity, code, message }));
    else this.#push({ severity, file: kustomization.path, line: null, column: null, code, message });
  }

  #push(diagnostic: Diagnostic): void {
    const key = `${diagnostic.file}:${diagnostic.line}:${diagnostic.message}`;
    if (this.#said.has(key)) return;
    this.#said.add(key);
    this.#diagnostics.push(diagnostic);
  }
}

function pathsIn(list: Value | undefined): readonly string[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const path = entryOf(item, 'path');
    return path?.kind === 'string' ? [path.value] : [];
  });
}
